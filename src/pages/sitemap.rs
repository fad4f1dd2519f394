//! `/sitemap.xml` and the files that it names: addresses of what is published, for search engines (sitemaps.org).
//! As everybody sees it, whoever asks.

use std::fmt::Write;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use sea_orm::ConnectionTrait;

use super::present::Presented;
use super::reader::database;
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::components::Shelf;
use crate::library::store::{PublishedNumber, StoreError, count_all_published, published_numbers};
use crate::library::{Demands, Institutions, Results, Technologies};

/// Most addresses that a file may hold.
const LARGEST: u64 = 50_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// `GET /sitemap.xml`: which files there are.
pub async fn index(app: web::Data<App>) -> Result<HttpResponse> {
    let db = database(&app);
    let counts = [
        (Shelf::Technologies, count_all_published::<Technologies>(db).await?),
        (Shelf::Demands, count_all_published::<Demands>(db).await?),
        (Shelf::Results, count_all_published::<Results>(db).await?),
        (Shelf::Institutions, count_all_published::<Institutions>(db).await?),
    ];
    let mut body = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for (shelf, count) in counts {
        for part in 1..=parts(count) {
            let address = escaped(&format!("{}/sitemaps/{}-{part}.xml", app.public_url, shelf.name()));
            // Writing into a text cannot fail.
            let _ = writeln!(body, "<sitemap><loc>{address}</loc></sitemap>");
        }
    }
    body.push_str("</sitemapindex>\n");
    Ok(answer(body))
}

/// `GET /sitemaps/technologies-1.xml`: the first 50,000 technologies.
pub async fn part(app: web::Data<App>, file: web::Path<String>) -> Result<HttpResponse> {
    let named = file.strip_suffix(".xml").and_then(|name| name.rsplit_once('-'));
    let named = named.and_then(|(library, part)| Some((library, part.parse::<u64>().ok()?.checked_sub(1)?)));
    let (library, part) = named.ok_or(Code::NotFound)?;
    let db = database(&app);
    let numbers = match Shelf::ALL.into_iter().find(|shelf| shelf.name() == library).ok_or(Code::NotFound)? {
        Shelf::Technologies => numbers::<Technologies>(db, part).await?,
        Shelf::Demands => numbers::<Demands>(db, part).await?,
        Shelf::Results => numbers::<Results>(db, part).await?,
        Shelf::Institutions => numbers::<Institutions>(db, part).await?,
    };
    if numbers.is_empty() {
        return Err(Code::NotFound.into());
    }
    let mut body = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n");
    for one in numbers {
        let address = escaped(&format!("{}/{library}/{}", app.public_url, one.number));
        let day = one.updated_at.format("%Y-%m-%d");
        let _ = writeln!(body, "<url><loc>{address}</loc><lastmod>{day}</lastmod></url>");
    }
    body.push_str("</urlset>\n");
    Ok(answer(body))
}

async fn numbers<L: Presented>(
    db: &impl ConnectionTrait,
    part: u64,
) -> std::result::Result<Vec<PublishedNumber>, StoreError> {
    published_numbers::<L>(db, part.saturating_mul(LARGEST), LARGEST).await
}

fn answer(body: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/xml; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(body)
}

/// How many files hold so many addresses.
fn parts(addresses: u64) -> u64 {
    addresses.div_ceil(LARGEST)
}

fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_holds_more_than_search_engines_take() {
        let files = [0, 1, 50_000, 50_001, 100_000, 100_001].map(parts);
        assert_eq!(files, [0, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn what_would_be_markup_in_an_address_is_written_as_text() {
        assert_eq!(escaped("http://a/?b&c<d>"), "http://a/?b&amp;c&lt;d&gt;");
    }
}
