//! The hand-written module behaves as the generated one.

use walkthrough::workshop::Crate;

use super::tools;

/// Calls both with the same arguments: the results are equal, and so are the classes of what is raised.
const COMPARE: &str = r#"
import by_hand, hello

def outcome(function, args, kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error)

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        if self.value is None:
            raise KeyError("from __index__")
        return self.value

class Text(str):
    pass

values = [0, 1, -1, 2**31 - 1, 2**31, -2**31, 2**63, True, 1.5, None, "1", "1,2", "1;x", "", Text("3,4"), b"1", "\udc80", Index(7), Index(None)]
calls = [((), {}), ((1, 2, 3), {}), ((1, 2), {"a": 1}), ((1,), {"c": 1}), ((), {"a": 1, "b": 2}), ((1,), {"b": 2})]
calls += [((), {"text": "1"}), (("1",), {"text": "2"}), (("1",), {"scale": 3}), (("1", ","), {"scale": 3}), (("1", ",", 3), {}), (("1",), {"separator": ";", "scale": 2})]
calls += [((one,), {}) for one in values] + [((one, other), {}) for one in values for other in values]
calls += [(("1,2",), {"scale": one}) for one in values] + [((), {"text": one, "separator": other}) for one in values for other in values]
seen = set()
for name in ["add", "total"]:
    for args, kwargs in calls:
        if name == "add" and all(type(one) is int for one in args) and len(args) == 2 and not -2**31 <= sum(args) < 2**31:
            continue  # overflows, as the body says
        expected, given = (outcome(getattr(module, name), args, kwargs) for module in (hello, by_hand))
        assert expected == given and type(expected) is type(given), (name, args, kwargs, expected, given)
        seen.add(expected if isinstance(expected, type) else type(expected))
    assert getattr(hello, name).__doc__ == getattr(by_hand, name).__doc__
    assert getattr(hello, name).__text_signature__ == getattr(by_hand, name).__text_signature__
print(len(calls), sorted(one.__name__ for one in seen))
"#;

#[test]
fn behaves_as_the_generated_one() {
    let build = |name, source| {
        let wanted = Crate {
            directory: format!("test-{name}"),
            name,
            source,
            lines: false,
        };
        let built = tools().build_extension(&wanted);
        built.unwrap_or_else(|reason| panic!("{reason:?}")).0
    };
    let hello = build("hello", walkthrough::DEMO);
    let by_hand = build("by_hand", include_str!("../../demo/by_hand.rs"));
    let script = format!(
        "import sys; sys.path.append({:?})\n{COMPARE}",
        hello.display().to_string()
    );
    let python = tools().python.as_ref().expect("the tests need a Python");
    let said = python
        .run(&script, &by_hand, &[])
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(
        said.contains("KeyError") && said.contains("OverflowError") && said.contains("ValueError"),
        "{said}"
    );
}
