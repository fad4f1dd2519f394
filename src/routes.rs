//! EVERY address of the service, on one screen. What is documented and what is routed come from the same list.

use actix_web::web::{self, ServiceConfig};

use crate::api::endpoint::{Endpoint, delete, get, mount, page, patch, post, put};
use crate::api::{audit, clocks, describe, docs, history, lists, matches, notices, openapi, records, vocabulary};
use crate::app::{App, health};
use crate::layout::assets;
use crate::library::{Demands, Institutions, Library, Results, Technologies};
use crate::pages::reader::NameCache;
use crate::pages::{
    about, demand, design, dossier, home, institution, list, plain, result, search, technology, unsubscribe,
};

/// Puts everything into the web server.
pub fn configure(config: &mut ServiceConfig, app: &App) {
    config.app_data(web::PayloadConfig::new(app.settings.limits.body_mb.saturating_mul(1024 * 1024)));
    mount(config, endpoints());
    pages(config);
}

/// The pages for people.
fn pages(config: &mut ServiceConfig) {
    config
        .app_data(web::Data::new(NameCache::default()))
        .service(page("/", home::home))
        .service(page("/search", search::search))
        .service(page("/technologies", list::technologies))
        .service(page("/technologies/{number}", technology::technology))
        .service(page("/demands", list::demands))
        .service(page("/demands/{number}", demand::demand))
        .service(page("/results", list::results))
        .service(page("/results/{number}", result::result))
        .service(page("/institutions", list::institutions))
        .service(page("/institutions/{number}", institution::institution))
        .service(page("/matches/{id}", dossier::dossier))
        .service(page("/about", about::about))
        .service(page("/design", design::design))
        .service(unsubscribe::resource("/unsubscribe/{token}"))
        .service(page("/api/docs", docs::enter))
        .service(page("/api/docs/{file:.*}", docs::show))
        .service(page("/robots.txt", plain::robots))
        .service(page("/favicon.ico", plain::favicon))
        .service(page("/assets/{file}", assets::serve));
}

/// For programs: all of it is in `/api/openapi.json` too.
#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = vec![
        get("/api/openapi.json",                  openapi::show,            openapi::describe_show),
        get("/api/problems",                      openapi::problems,        openapi::describe_problems),
        get("/api/problems/{code}",               openapi::problem,         openapi::describe_problem),
        get("/api/v1/taxonomy",                   vocabulary::taxonomy,     vocabulary::describe_taxonomy),
        get("/api/v1/countries",                  vocabulary::countries,    vocabulary::describe_countries),
        get("/api/v1/regions",                    vocabulary::regions,      vocabulary::describe_regions),
        get("/api/v1/organisations",              vocabulary::organisations, vocabulary::describe_organisations),
        get("/api/v1/demands/{id}/matches",       matches::of_demand,       matches::describe_of_demand),
        get("/api/v1/technologies/{id}/matches",  matches::of_technology,   matches::describe_of_technology),
        get("/api/v1/matches",                    matches::list,            matches::describe_list),
        get("/api/v1/matches/{id}",               matches::read,            matches::describe_read),
        post("/api/v1/match",                     matches::compute,         matches::describe_compute),
        get("/api/v1/clocks",                     clocks::late,             clocks::describe_late),
        get("/api/v1/clocks/{id}",                clocks::read,             clocks::describe_read),
        put("/api/v1/clocks/{id}",                clocks::set,              clocks::describe_set),
        get("/api/v1/working-days",               clocks::working_days,     clocks::describe_working_days),
        get("/api/v1/audit",                      audit::list,              audit::describe_list),
        get("/api/v1/notices",                    notices::list,            notices::describe_list),
        put("/api/v1/notices/read",               notices::mark_all_read,   notices::describe_mark_all_read),
        get("/api/v1/notices/settings",           notices::settings,        notices::describe_settings),
        put("/api/v1/notices/settings",           notices::set_settings,    notices::describe_set_settings),
        put("/api/v1/notices/{id}/read",          notices::mark_read,       notices::describe_mark_read),
        get("/health/live",                       health::live,             health::describe_live),
        get("/health/ready",                      health::ready,            health::describe_ready),
        get("/metrics",                           health::prometheus,       health::describe_prometheus),
    ];
    all.extend(library::<Technologies>());
    all.extend(library::<Demands>());
    all.extend(library::<Results>());
    all.extend(library::<Institutions>());
    all
}

/// The same addresses for each of the four libraries.
#[rustfmt::skip]
fn library<L: Library>() -> [Endpoint; 12] {
    let records = format!("/api/v1/{}", L::KIND);
    let record = format!("{records}/{{id}}");
    let versions = format!("{record}/versions");
    let translations = format!("{record}/translations");
    let translation = format!("{translations}/{{lang}}");
    [
        get(&records,                           lists::list::<L>,                 describe::list::<L>),
        post(&records,                          records::create::<L>,             describe::create::<L>),
        get(&record,                            records::read::<L>,               describe::read::<L>),
        put(&record,                            records::replace::<L>,            describe::replace::<L>),
        patch(&record,                          records::patch::<L>,              describe::patch::<L>),
        delete(&record,                         records::withdraw::<L>,           describe::withdraw::<L>),
        get(&versions,                          history::versions::<L>,           describe::versions::<L>),
        get(format!("{versions}/{{version}}"),  history::version::<L>,            describe::version::<L>),
        get(&translations,                      history::list_translations::<L>,  describe::translations::<L>),
        get(&translation,                       history::read_translation::<L>,   describe::translation::<L>),
        put(&translation,                       history::put_translation::<L>,    describe::put_translation::<L>),
        delete(&translation,                    history::delete_translation::<L>, describe::delete_translation::<L>),
    ]
}
