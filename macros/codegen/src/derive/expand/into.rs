//! `impl IntoPyObject`, for a value or for a reference to it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::class::Classes;
use super::{Header, Names, container_hint, item_hint};
use crate::derive::Conversion;
use crate::derive::ir::{Container, Data, Field, Item, Place};
use crate::expand::hint::hint;

pub(super) fn implementation(
    item: &Item,
    conversion: Conversion,
    classes: &Classes,
) -> TokenStream {
    let is_reference = conversion == Conversion::IntoPyObjectRef;
    let reference = is_reference.then(|| quote!(&'__a));
    let py = item
        .generics
        .parameters
        .iter()
        .map(|parameter| &parameter.name);
    let mut py = py.filter(|name| name.to_string().replace(' ', "") == "'py");
    let mut header = Header::new(
        item,
        py.next().cloned(),
        |ty, py| quote!(#reference #ty: __runtime::IntoPyObject<#py>),
    );
    if is_reference {
        header.parameters.insert(0, quote!('__a));
    }
    let writer = Writer {
        item,
        reference,
        py: free(item, "py"),
        dict: free(item, "dict"),
        lifetime: header.py.clone(),
    };
    let Header {
        parameters,
        ty,
        py: lifetime,
        ..
    } = &header;
    let where_clause = header.where_clause();
    let (reference, py) = (&writer.reference, &writer.py);
    let hint = item_hint(item, |index, container| {
        container_hint(
            container,
            |field| writer.field_hint(field),
            || classes.hint(index),
        )
    });
    let [target, output, error] = writer.types();
    let body = writer.body();
    quote! {
        #[automatically_derived]
        impl<#(#parameters),*> __runtime::IntoPyObject<#lifetime> for #reference #ty #where_clause {
            type Target = #target;
            type Output = #output;
            type Error = #error;
            const OUTPUT_HINT: __runtime::Hint = #hint;

            fn into_pyobject(self, #py: __runtime::Python<#lifetime>) -> ::core::result::Result<#output, #error> {
                #body
            }
        }
    }
}

/// A variable of the generated code, which stands beside those for the fields: a name that a field has gets underscores
/// until it is free.
fn free(item: &Item, name: &str) -> Ident {
    let is_taken = |name: &str| {
        let mut containers = item.containers().into_iter();
        containers.any(|(_, container)| container.fields().iter().any(|field| field.local == name))
    };
    let mut name = name.to_owned();
    while is_taken(&name) {
        name.push('_');
    }
    Ident::new(&name, Span::mixed_site())
}

struct Writer<'a> {
    item: &'a Item,
    /// `&'__a`, where it is a reference that is converted.
    reference: Option<TokenStream>,
    py: Ident,
    dict: Ident,
    /// That of the interpreter.
    lifetime: TokenStream,
}

impl Writer<'_> {
    /// The field as it is to be converted: by value, or by reference.
    fn converted(&self, field: &Field) -> TokenStream {
        let ty = &field.ty;
        let span = Span::call_site().located_at(ty.span());
        match self.reference {
            Some(_) => quote_spanned!(span=> &'__a #ty),
            None => quote!(#ty),
        }
    }

    /// What the stub says that a field becomes.
    fn field_hint(&self, field: &Field) -> TokenStream {
        if let Some(written) = &field.hint {
            return hint(written);
        }
        // A function says nothing of what it makes.
        if field.into_py_with.is_some() || field.is_recursive {
            return quote!(__runtime::Hint::ANY);
        }
        let converted = self.converted(field);
        quote!(<#converted as __runtime::IntoPyObjectExt>::HINT)
    }

    /// `Target`, `Output` and `Error`.
    fn types(&self) -> [TokenStream; 3] {
        let py = &self.lifetime;
        let target = match &self.item.data {
            Data::Struct(Container::Transparent(field)) if field.into_py_with.is_none() => {
                let converted = self.converted(field);
                let own = quote!(<#converted as __runtime::IntoPyObject<#py>>);
                return [
                    quote!(#own::Target),
                    quote!(#own::Output),
                    quote!(#own::Error),
                ];
            }
            Data::Struct(Container::Tuple(_)) => quote!(__runtime::PyTuple),
            Data::Struct(Container::Named(_)) => quote!(__runtime::PyDict),
            Data::Texts(_) => quote!(__runtime::PyString),
            Data::Struct(_) | Data::Enum(_) => quote!(__runtime::PyAny),
        };
        let output = quote!(__runtime::Bound<#py, #target>);
        [target, output, quote!(__runtime::PyErr)]
    }

    fn body(&self) -> TokenStream {
        let mut names = Names::default();
        match &self.item.data {
            Data::Struct(container) => {
                let pattern = self.pattern(None, container);
                let object = match container {
                    Container::Transparent(field) if field.into_py_with.is_none() => {
                        let (converted, local, py) =
                            (self.converted(field), &field.local, &self.py);
                        quote!(<#converted as __runtime::IntoPyObject>::into_pyobject(#local, #py))
                    }
                    Container::Tuple(fields) => self.tuple(fields),
                    container => {
                        let object = self.object(container, &mut names);
                        quote!(::core::result::Result::Ok(#object))
                    }
                };
                let table = names.table();
                quote!(#table let #pattern = self; #object)
            }
            Data::Texts(_) => {
                let arms = self.arms(&mut names, |object| object);
                let table = names.table();
                quote!(#table ::core::result::Result::Ok(match self { #(#arms)* }))
            }
            Data::Enum(_) => {
                let arms = self.arms(&mut names, |object| quote!({ #object }.into_any()));
                let table = names.table();
                quote!(#table ::core::result::Result::Ok(match self { #(#arms)* }))
            }
        }
    }

    fn arms(
        &self,
        names: &mut Names,
        finish: impl Fn(TokenStream) -> TokenStream,
    ) -> Vec<TokenStream> {
        let containers = self.item.containers().into_iter();
        let arm = |(variant, container)| {
            let pattern = self.pattern(variant, container);
            let object = finish(self.object(container, names));
            quote!(#pattern => #object,)
        };
        containers.map(arm).collect()
    }

    /// The pattern that takes a struct or a variant apart.
    fn pattern(&self, variant: Option<&Ident>, container: &Container) -> TokenStream {
        let path = self.item.path(variant);
        let fields = container
            .fields()
            .iter()
            .map(|Field { member, local, .. }| quote!(#member: #local));
        match container {
            Container::Text(_) => path,
            _ => quote!(#path { #(#fields),* }),
        }
    }

    /// The expression for the object: owned, and of a type of its own.
    fn object(&self, container: &Container, names: &mut Names) -> TokenStream {
        let Writer { py, dict, .. } = self;
        match container {
            Container::Text(text) => {
                let text = names.get(text, &quote!(#py));
                quote!(#text.clone())
            }
            Container::Transparent(field) => self.value(field),
            Container::Tuple(fields) => {
                let tuple = self.tuple(fields);
                quote!(#tuple?)
            }
            Container::Named(fields) => {
                let statements = fields.iter().map(|field| {
                    let value = self.value(field);
                    let key = match &field.place {
                        Place::OtherItem(key) => key.clone(),
                        _ => names.get(&field.key, &quote!(#py)),
                    };
                    quote!(#dict.set_item(#key, #value)?;)
                });
                let statements: Vec<TokenStream> = statements.collect();
                quote!({
                    let #dict = __runtime::PyDict::new(#py);
                    #(#statements)*
                    #dict
                })
            }
        }
    }

    /// The expression for a tuple of the fields: a `Result`.
    fn tuple(&self, fields: &[Field]) -> TokenStream {
        let py = &self.py;
        let values = fields.iter().map(|field| self.value(field));
        quote!(__runtime::tuple_of(#py, [#(#values),*]))
    }

    /// The expression for the object that a field becomes.
    fn value(&self, field: &Field) -> TokenStream {
        let (local, py) = (&field.local, &self.py);
        match (&field.into_py_with, &self.reference) {
            (None, _) => {
                let converted = self.converted(field);
                quote!(<#converted as __runtime::IntoPyObjectExt>::into_bound_py_any(#local, #py)?)
            }
            (Some(converter), None) => quote!(#converter(::std::borrow::Cow::Owned(#local), #py)?),
            (Some(converter), Some(_)) => {
                quote!(#converter(::std::borrow::Cow::Borrowed(#local), #py)?)
            }
        }
    }
}
