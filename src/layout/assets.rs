//! Styles, script and pictures: compiled in, served under a name that contains their hash.
//!
//! Because the name changes with the content, a browser may keep an asset for ever. The style
//! sheets of `assets/css` are joined into one, so that a first visit needs one request for them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use actix_web::{HttpResponse, web};
use rust_embed::Embed;
use sha2::{Digest, Sha256};

#[derive(Embed)]
#[folder = "assets/"]
struct Files;

/// In the order of the cascade.
const STYLE_SHEETS: &[&str] = &[
    "tokens", "base", "controls", "forms", "display", "figures", "records", "matches", "desk", "author", "own", "map",
    "print",
];
const STYLE: &str = "siku.css";

struct Asset {
    content: Cow<'static, [u8]>,
    content_type: &'static str,
    /// First 16 hexadecimal digits of the SHA-256 of the content.
    hash: String,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let mut assets = BTreeMap::new();
    let mut style = Vec::new();
    for name in STYLE_SHEETS {
        if let Some(file) = Files::get(&format!("css/{name}.css")) {
            style.extend_from_slice(&file.data);
        }
    }
    assets.insert(STYLE.to_owned(), asset(STYLE, Cow::Owned(style)));
    for path in Files::iter().filter(|path| !path.starts_with("css/")) {
        if let Some(file) = Files::get(&path) {
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            let content = asset(&name, file.data);
            assets.insert(name, content);
        }
    }
    assets
});

fn asset(name: &str, content: Cow<'static, [u8]>) -> Asset {
    let content_type = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let hash = Sha256::digest(&content).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Asset { content, content_type, hash }
}

/// The address of an asset, `siku.css` → `/assets/siku.0123456789abcdef.css`. A name that does
/// not exist gives an address that answers 404; a test looks for those.
pub fn address(name: &str) -> String {
    match (ASSETS.get(name), name.rsplit_once('.')) {
        (Some(asset), Some((stem, ending))) => format!("/assets/{stem}.{}.{ending}", asset.hash),
        _ => format!("/assets/{name}"),
    }
}

/// The text of an asset; empty where there is none of that name.
pub fn text(name: &str) -> Cow<'static, str> {
    ASSETS.get(name).map_or(Cow::Borrowed(""), |asset| String::from_utf8_lossy(&asset.content))
}

/// `GET /assets/{file}`: immutable under the current hash, not found under any other.
pub async fn serve(file: web::Path<String>) -> HttpResponse {
    let found = ASSETS.iter().find(|(name, _)| address(name).ends_with(&format!("/{file}")));
    match found {
        Some((_, asset)) => HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, asset.content_type))
            .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .insert_header((ETAG, format!("\"{}\"", asset.hash)))
            .body(asset.content.to_vec()),
        None => HttpResponse::NotFound().insert_header((CACHE_CONTROL, "no-store")).finish(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_sheet_is_in_the_joined_one_and_none_is_forgotten() {
        let listed: Vec<String> = STYLE_SHEETS.iter().map(|name| format!("css/{name}.css")).collect();
        for name in &listed {
            assert!(Files::get(name).is_some(), "{name} is listed but does not exist");
        }
        for path in Files::iter().filter(|path| path.starts_with("css/")) {
            assert!(listed.iter().any(|name| *name == path), "{path} is not listed");
        }
    }

    #[actix_web::test]
    async fn an_asset_is_immutable_under_its_hash_and_unknown_under_another() {
        let file = address(STYLE).trim_start_matches("/assets/").to_owned();
        let answer = serve(web::Path::from(file)).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.headers().get(CACHE_CONTROL).unwrap().to_str().unwrap().contains("immutable"));
        let stale = serve(web::Path::from("siku.0000000000000000.css".to_owned())).await;
        assert_eq!(stale.status(), 404);
    }

    #[test]
    fn a_first_visit_weighs_little() {
        // The picture is for those that a page is shared with; no page loads it.
        let loaded = ASSETS.iter().filter(|(name, _)| *name != "share.png");
        let bytes: usize = loaded.map(|(_, asset)| asset.content.len()).sum();
        assert!(bytes < 80_000, "assets weigh {bytes} bytes before compression");
    }
}
