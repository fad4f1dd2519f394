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

/// The address of a page for people, with the methods it has.
pub struct PageRoute {
    pub path: String,
    pub methods: Vec<Method>,
    /// An answer to GET that never ends: it can be opened but not read to its end.
    endless: bool,
    resource: Resource,
}

/// The pages in the order of their table.
#[derive(Default)]
pub struct Pages(Vec<PageRoute>);

impl Pages {
    /// Adds a page.
    pub fn service(&mut self, page: PageRoute) -> &mut Self {
        self.0.push(page);
        self
    }

    /// Registers them.
    pub fn mount(self, config: &mut ServiceConfig) {
        for page in self.0 {
            config.service(page.resource);
        }
    }

    /// Method and address of every page that can be read to its end.
    pub fn listed(self) -> Vec<(Method, String)> {
        let each = |page: PageRoute| page.methods.into_iter().map(move |method| (method, page.path.clone()));
        self.0.into_iter().filter(|page| !page.endless).flat_map(each).collect()
    }

    /// The addresses of streams, which are no pages and which nobody reads to their end.
    pub fn streams(self) -> Vec<String> {
        self.0.into_iter().filter(|page| page.endless).map(|page| page.path).collect()
    }
}

/// A page for people that can be looked at and nothing else.
pub fn page<F, Args>(path: &str, handler: F) -> PageRoute
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    refusing(path, vec![Method::GET], "GET, HEAD", web::resource(path).route(look().to(handler)))
}

/// Events for a page that is open, for as long as it is.
pub fn stream<F, Args>(path: &str, handler: F) -> PageRoute
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    PageRoute { endless: true, ..page(path, handler) }
}

/// A page with a form that is sent to its own address.
pub fn form<F, A, G, B>(path: &str, show: F, sent: G) -> PageRoute
where
    F: Handler<A>,
    A: FromRequest + 'static,
    F::Output: Responder + 'static,
    G: Handler<B>,
    B: FromRequest + 'static,
    G::Output: Responder + 'static,
{
    let resource = web::resource(path).route(look().to(show)).route(web::post().to(sent));
    refusing(path, vec![Method::GET, Method::POST], "GET, HEAD, POST", resource)
}

/// Where a form of another page is sent; nothing is shown there.
pub fn action<F, Args>(path: &str, handler: F) -> PageRoute
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    refusing(path, vec![Method::POST], "POST", web::resource(path).route(web::post().to(handler)))
}

fn refusing(path: &str, methods: Vec<Method>, allowed: &'static str, resource: Resource) -> PageRoute {
    let refuse = move || async move { edge::method_not_allowed(allowed) };
    PageRoute { path: path.to_owned(), methods, endless: false, resource: resource.default_service(web::to(refuse)) }
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
