//! Random functions.

use crate::choose::Choose;
use crate::defaults::{self, Value};
use crate::types::{Type, Types};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    PositionalOnly,
    Positional,
    Varargs,
    KeywordOnly,
    Kwargs,
}

struct Parameter {
    name: &'static str,
    kind: Kind,
    ty: Type,
    default: Option<Value>,
}

/// A function that returns its arguments.
pub(crate) struct Function {
    /// In Rust.
    ident: String,
    /// In Python.
    name: String,
    /// In Python's order.
    parameters: Vec<Parameter>,
    /// The order in which the function has them in Rust.
    order: Vec<usize>,
    detach: bool,
    /// Where `Python<'_>` is among them.
    token: Option<usize>,
}

const NAMES: &[&str] = &[
    "a",
    "b",
    "c",
    "d",
    "e",
    "value",
    "values",
    "key",
    "keys",
    "self_",
    "py",
    "args",
    "kwargs",
    "module",
    "x1",
    "_x",
    "größe",
    "名前",
    "a_rather_long_parameter_name_of_many_letters",
];

impl Function {
    pub(crate) fn random(number: u64, choose: &mut Choose, types: &mut Types) -> Function {
        let parameters = parameters(choose, types);
        let mut order: Vec<usize> = (0..parameters.len()).collect();
        if choose.chance(20) {
            choose.shuffle(&mut order);
        }
        let is_send = parameters.iter().all(|parameter| parameter.ty.is_send());
        let detach = is_send && choose.chance(15);
        let ident = format!("f{number}");
        Function {
            name: match choose.chance(10) {
                true => format!("{ident}_in_python"),
                false => ident.clone(),
            },
            ident,
            token: (!detach && choose.chance(15)).then(|| choose.below(parameters.len() + 1)),
            parameters,
            order,
            detach,
        }
    }

    /// The head of a `def`, whose result is the order in which the arguments are converted.
    pub(crate) fn line(&self) -> String {
        let parameters = self.signature(|parameter| {
            let Parameter {
                name, ty, default, ..
            } = parameter;
            match default {
                None => format!("{name}: {:?}", ty.to_string()),
                Some(Value { rust, python }) => {
                    format!("{name}: {:?} = {python}", format!("{ty} = {rust}"))
                }
            }
        });
        let order: String = self
            .order
            .iter()
            .map(|&index| format!("{:?}, ", self.parameters[index].name))
            .collect();
        format!("{}({parameters}) -> ({order})", self.name)
    }

    /// The function in Rust.
    pub(crate) fn item(&self) -> String {
        let signature = self.signature(|parameter| {
            let Parameter { name, default, .. } = parameter;
            match default {
                None => (*name).to_owned(),
                Some(default) => format!("{name} = {}", default.rust),
            }
        });
        let mut options = format!("signature = ({signature})");
        if self.name != self.ident {
            options += &format!(", name = {:?}", self.name);
        }
        if self.detach {
            options += ", detach";
        }
        let mut parameters: Vec<String> = self
            .order
            .iter()
            .map(|&index| &self.parameters[index])
            .map(|parameter| format!("{}: {}", parameter.name, parameter.ty))
            .collect();
        if let Some(place) = self.token {
            parameters.insert(place, "_: Python<'_>".to_owned());
        }
        let parameters = parameters.join(", ");
        let (names, types): (String, String) = self
            .parameters
            .iter()
            .map(|parameter| {
                (
                    format!("{}, ", parameter.name),
                    format!("{}, ", parameter.ty),
                )
            })
            .unzip();
        let lifetimes: String = ["'a", "'py"]
            .into_iter()
            .filter(|lifetime| types.contains(lifetime))
            .map(|lifetime| format!("{lifetime}, "))
            .collect();
        let ident = &self.ident;
        format!(
            "#[mybind({options})]\nfn {ident}<{lifetimes}>({parameters}) -> ({types}) {{ ({names}) }}\n"
        )
    }

    /// The parameters as `signature` and `def` have them, each as it is to be shown.
    fn signature(&self, shown: impl Fn(&Parameter) -> String) -> String {
        let mut parts = Vec::new();
        let mut before = None;
        for parameter in &self.parameters {
            let kind = parameter.kind;
            if before == Some(Kind::PositionalOnly) && kind != Kind::PositionalOnly {
                parts.push("/".to_owned());
            }
            if kind == Kind::KeywordOnly
                && !matches!(before, Some(Kind::Varargs | Kind::KeywordOnly))
            {
                parts.push("*".to_owned());
            }
            let stars = match kind {
                Kind::Varargs => "*",
                Kind::Kwargs => "**",
                _ => "",
            };
            parts.push(format!("{stars}{}", shown(parameter)));
            before = Some(kind);
        }
        if before == Some(Kind::PositionalOnly) {
            parts.push("/".to_owned());
        }
        parts.join(", ")
    }
}

fn parameters(choose: &mut Choose, types: &mut Types) -> Vec<Parameter> {
    let count = choose.one_of(&[0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 10]);
    let mut names = NAMES.to_vec();
    choose.shuffle(&mut names);
    let mut names = names.into_iter();
    let mut parameters = Vec::new();
    let mut add = |kind, ty| {
        parameters.push(Parameter {
            name: names.next().expect("there are more names than parameters"),
            kind,
            ty,
            default: None,
        });
    };
    let positional = match choose.chance(60) {
        true => count,
        false => choose.below(count + 1),
    };
    let positional_only = match choose.chance(30) {
        true => choose.below(positional + 1),
        false => 0,
    };
    for index in 0..positional {
        let kind = match index < positional_only {
            true => Kind::PositionalOnly,
            false => Kind::Positional,
        };
        add(kind, types.argument(choose));
    }
    if choose.chance(20) {
        add(Kind::Varargs, types.varargs(choose));
    }
    for _ in positional..count {
        add(Kind::KeywordOnly, types.argument(choose));
    }
    if choose.chance(20) {
        add(Kind::Kwargs, types.kwargs(choose));
    }
    add_defaults(&mut parameters, choose);
    parameters
}

/// Gives defaults to the last ones by position, and to some of those by keyword.
fn add_defaults(parameters: &mut [Parameter], choose: &mut Choose) {
    let mut others_have = true;
    for parameter in parameters.iter_mut().rev() {
        let may_have = match parameter.kind {
            Kind::PositionalOnly | Kind::Positional => others_have,
            Kind::KeywordOnly => true,
            Kind::Varargs | Kind::Kwargs => false,
        };
        if may_have && choose.chance(45) {
            parameter.default = defaults::default(&parameter.ty, choose);
        }
        if matches!(parameter.kind, Kind::PositionalOnly | Kind::Positional) {
            others_have = parameter.default.is_some();
        }
    }
}
