//! An address with its handler, and for programs its documentation: the element of the list in `routes`. Groups methods by address, answers HEAD as
//! GET does, and 405 with `Allow` for the rest.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Resource, Responder, Route, guard};

use super::doc::Doc;
use crate::app::edge;

/// One method of one address.
pub struct Endpoint {
    pub method: Method,
    pub path: String,
    /// Writes the documentation.
    pub doc: fn(Doc) -> Doc,
    route: Route,
}

impl Endpoint {
    fn new<F, Args>(method: Method, path: impl Into<String>, handler: F, doc: fn(Doc) -> Doc) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let route = if method == Method::GET { look() } else { web::method(method.clone()) };
        Self { method, path: path.into(), doc, route: route.to(handler) }
    }
}

macro_rules! methods {
    ($($name:ident $method:ident),+) => {$(
        #[doc = concat!("`", stringify!($method), "` of an address.")]
        pub fn $name<F, Args>(path: impl Into<String>, handler: F, doc: fn(Doc) -> Doc) -> Endpoint
        where
            F: Handler<Args>,
            Args: FromRequest + 'static,
            F::Output: Responder + 'static,
        {
            Endpoint::new(Method::$method, path, handler, doc)
        }
    )+};
}

methods!(get GET, post POST, put PUT, patch PATCH, delete DELETE);

/// A page for people: it can be looked at and nothing else.
pub fn page<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let refuse = || async { edge::method_not_allowed("GET, HEAD") };
    web::resource(path).route(look().to(handler)).default_service(web::to(refuse))
}

/// GET, and HEAD, which is answered alike without the body.
pub fn look() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// Registers the list: one resource an address.
pub fn mount(config: &mut ServiceConfig, endpoints: Vec<Endpoint>) {
    let mut addresses: Vec<(String, Vec<Endpoint>)> = Vec::new();
    for endpoint in endpoints {
        match addresses.iter_mut().find(|(path, _)| *path == endpoint.path) {
            Some((_, same)) => same.push(endpoint),
            None => addresses.push((endpoint.path.clone(), vec![endpoint])),
        }
    }
    for (path, methods) in addresses {
        let allowed = allowed(&methods);
        let mut resource = web::resource(path);
        for endpoint in methods {
            resource = resource.route(endpoint.route);
        }
        let refuse = move || {
            let answer = edge::method_not_allowed(&allowed);
            async move { answer }
        };
        config.service(resource.default_service(web::to(refuse)));
    }
}

/// The `Allow` header of an address.
fn allowed(endpoints: &[Endpoint]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for endpoint in endpoints {
        names.push(endpoint.method.as_str());
        if endpoint.method == Method::GET {
            names.push("HEAD");
        }
    }
    names.join(", ")
}
