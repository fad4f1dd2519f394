//! The small files at the root of the site that machines ask for.

use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpResponse, web};

use crate::app::App;
use crate::layout::assets;

/// `/robots.txt`: everything public may be read; lists narrowed in a thousand ways need not be.
pub async fn robots(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((CACHE_CONTROL, "public, max-age=86400"))
        .body(format!("{ROBOTS}\nSitemap: {}/sitemap.xml\n", app.public_url))
}

const ROBOTS: &str = "User-agent: *\nDisallow: /api/\nDisallow: /search\nDisallow: /*?*cursor=\nDisallow: /*?*sort=\n";

/// `/favicon.ico`, for those who ask without reading the page.
pub async fn favicon() -> HttpResponse {
    HttpResponse::Found().insert_header((LOCATION, assets::address("seal.svg"))).finish()
}
