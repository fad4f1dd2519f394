//! EVERY address of the service, on one screen. What is documented and what is routed come from the same list.

use actix_web::web::{self, ServiceConfig};

use crate::api::endpoint::{Endpoint, Pages, action, delete, form, get, mount, page, patch, post, put, stream};
use crate::api::{
    audit, cases, checks, clocks, compliance, describe, docs, fields, history, interests, jobs, life, lists, matches,
    me, notices, openapi, queue, records, renewal, reviews, revisions, searches, terms, views, vocabulary, webhooks,
    weights,
};
use crate::api::{imports, invitations, organisations, password_resets, people, registrations};
use crate::app::{App, health};
use crate::layout::assets;
use crate::library::checks::Checked;
use crate::library::{Demands, Institutions, Results, Technologies};
use crate::matching::document::Indexed;
use crate::pages::authoring::{self, Authored};
use crate::pages::oidc;
use crate::pages::{
    about, account, case, dashboard, demand, design, desk, dossier, feed, home, institution, interest, list, map,
    notices as told, operations, picture, plain, result, review, search, second_factor, sign_in, sitemap, technology,
    unsubscribe,
};
use crate::pages::{
    importing, invitation, live, organisations as organisations_page, own, password, people as people_page, person,
    register, terms as terms_pages,
};

/// Puts everything into the web server.
pub fn configure(config: &mut ServiceConfig, app: &App) {
    config.app_data(web::PayloadConfig::new(app.settings.limits.body_mb.saturating_mul(1024 * 1024)));
    mount(config, endpoints());
    pages().mount(config);
}

/// The pages for people.
pub fn pages() -> Pages {
    let mut pages = Pages::default();
    pages
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
        .service(action("/matches/{id}/decisions", case::actions::decide))
        .service(action("/matches/{id}/answers", case::actions::answer))
        .service(action("/matches/{id}/undo", case::actions::undo))
        .service(action("/matches/{id}/assignment", case::actions::assign))
        .service(action("/matches/{id}/letter-of-intent", case::actions::letter))
        .service(action("/matches/{id}/clock", case::actions::clock))
        .service(action("/matches/{id}/messages", case::actions::write))
        .service(action("/matches/{id}/tasks", case::actions::add_task))
        .service(action("/matches/{id}/tasks/{task}", case::actions::change_task))
        .service(action("/matches/{id}/documents", case::files::add))
        .service(action("/matches/{id}/milestones", case::milestones::add))
        .service(action("/matches/{id}/milestones/{milestone}", case::milestones::change))
        .service(form("/matches/{id}/outcome", case::outcome::show, case::outcome::sent))
        .service(action("/matches/{id}/outcome/{report}/take", case::outcome::take))
        .service(page("/desk", desk::queue::show))
        .service(action("/desk/dismissals", desk::queue::dismiss))
        .service(action("/desk/views", desk::views::save))
        .service(action("/desk/views/{id}", desk::views::rename))
        .service(action("/desk/views/{id}/removal", desk::views::remove))
        .service(page("/desk/cases", desk::cases::show))
        .service(page("/desk/screenings", desk::screenings::show))
        .service(form("/desk/screenings/{number}", desk::screenings::technology, desk::screenings::record))
        .service(action("/desk/catalogues", desk::screenings::import))
        .service(page("/notices", told::show))
        .service(action("/notices/read", told::read))
        .service(page("/about", about::about))
        .service(page("/design", design::design))
        .service(form("/unsubscribe/{token}", unsubscribe::ask, unsubscribe::sent))
        .service(page("/api/docs", docs::enter))
        .service(page("/api/docs/{file:.*}", docs::show))
        .service(page("/robots.txt", plain::robots))
        .service(page("/favicon.ico", plain::favicon))
        .service(page("/map.svg", map::land))
        .service(page("/sitemap.xml", sitemap::index))
        .service(page("/sitemaps/{file}", sitemap::part))
        .service(page("/assets/{file}", assets::serve))
        .service(form("/sign-in", sign_in::show, sign_in::sent))
        .service(action("/sign-out", sign_in::leave))
        .service(page("/account", account::show))
        .service(action("/account/password", account::change_password))
        .service(action("/account/sessions/{id}/close", account::close_session))
        .service(form("/sign-in/code", second_factor::ask, second_factor::answer))
        .service(form("/account/second-factor", second_factor::show, second_factor::confirm))
        .service(action("/account/second-factor/remove", second_factor::remove))
        .service(page("/desk/reviews", desk::reviews::reviews))
        .service(form("/desk/reviews/{library}/{id}", review::show, review::sent))
        .service(form("/register", register::show, register::sent))
        .service(form("/registrations/{token}", register::ask, register::confirm))
        .service(form("/password", password::show, password::ask))
        .service(form("/password/{token}", password::follow, password::set))
        .service(form("/invitations/{token}", invitation::show, invitation::accept))
        .service(page("/organisations", organisations_page::show))
        .service(action("/organisations/{id}/decision", organisations_page::decide))
        .service(form("/people", people_page::show, people_page::invite))
        .service(action("/people/invitations/{id}/revoke", people_page::revoke))
        .service(page("/people/{id}", person::show))
        .service(action("/people/{id}/admission", person::let_in))
        .service(action("/people/{id}/departure", person::leave))
        .service(action("/people/{id}/return", person::bring_back))
        .service(action("/people/{id}/role", person::appoint))
        .service(form("/technologies/{number}/interest", interest::in_technology, interest::sent_in_technology))
        .service(form("/demands/{number}/interest", interest::in_demand, interest::sent_in_demand))
        .service(page("/sign-in/oidc", oidc::enter))
        .service(page("/sign-in/oidc/back", oidc::back))
        .service(action("/invitations/{token}/oidc", oidc::accept))
        .service(action("/account/identity", oidc::link))
        .service(action("/account/identity/remove", oidc::unlink));
    pages
        .service(page("/technologies/{number}/picture.png", picture::show::<Technologies>))
        .service(page("/demands/{number}/picture.png", picture::show::<Demands>))
        .service(page("/results/{number}/picture.png", picture::show::<Results>))
        .service(page("/institutions/{number}/picture.png", picture::show::<Institutions>));
    author::<Technologies>(&mut pages);
    author::<Demands>(&mut pages);
    author::<Results>(&mut pages);
    author::<Institutions>(&mut pages);
    importing_pages(&mut pages);
    own_pages(&mut pages);
    feeds(&mut pages);
    pages.service(stream("/live", live::open));
    operations_pages(&mut pages);
    pages
}

/// The pages of those who write records of a library.
fn author<L: Authored>(pages: &mut Pages) {
    let mine = format!("/my/{}", L::KIND);
    pages
        .service(page(&mine, authoring::mine::show::<L>))
        .service(form(&format!("{mine}/new"), authoring::edit::new::<L>, authoring::edit::create::<L>))
        .service(form(&format!("{mine}/{{number}}/edit"), authoring::edit::edit::<L>, authoring::edit::change_it::<L>))
        .service(action(&format!("{mine}/{{number}}/steps"), authoring::steps::step::<L>));
}

/// Importing a file step by step.
fn importing_pages(pages: &mut Pages) {
    pages
        .service(form("/my/imports", importing::choose::show, importing::choose::sent))
        .service(page("/my/imports/templates/{file}", importing::files::template))
        .service(form("/my/imports/{id}", importing::preview::show, importing::preview::import))
        .service(form("/my/imports/{id}/columns", importing::columns::show, importing::columns::sent))
        .service(action("/my/imports/{id}/rows", importing::preview::mend))
        .service(page("/my/imports/{id}/left-out.csv", importing::files::left_out))
        .service(action("/my/imports/{id}/removal", importing::choose::remove));
}

/// What is one's own, and what was learned.
fn own_pages(pages: &mut Pages) {
    pages
        .service(form("/account/tokens", own::tokens::show, own::tokens::make))
        .service(action("/account/tokens/{id}/revocation", own::tokens::revoke))
        .service(form("/my/searches", own::searches::show, own::searches::save))
        .service(action("/my/searches/{id}/removal", own::searches::remove))
        .service(form("/my/webhooks", own::webhooks::show, own::webhooks::create))
        .service(page("/my/webhooks/{id}", own::webhooks::show_one))
        .service(action("/my/webhooks/{id}/ping", own::webhooks::ping))
        .service(action("/my/webhooks/{id}/secret", own::webhooks::rotate))
        .service(action("/my/webhooks/{id}/removal", own::webhooks::remove))
        .service(form("/notices/settings", own::settings::show, own::settings::save))
        .service(page("/learning", own::learning::show))
        .service(action("/learning/{version}", own::learning::adopt));
}

/// What runs, and what came of it.
fn operations_pages(pages: &mut Pages) {
    pages
        .service(page("/operations/jobs", operations::jobs::show))
        .service(action("/operations/jobs/retry", operations::jobs::retry))
        .service(page("/operations/index", operations::index::show))
        .service(action("/operations/index/errands", operations::index::leave))
        .service(page("/operations/settings", operations::settings::show))
        .service(page("/operations/taxonomy", operations::taxonomy::show))
        .service(form("/operations/taxonomy/{code}", operations::field::show, operations::field::change))
        .service(action("/operations/taxonomy/{code}/below", operations::field::add))
        .service(form("/terms", terms_pages::show, terms_pages::add))
        .service(form("/terms/{id}", terms_pages::one::show, terms_pages::one::change))
        .service(page("/audit", operations::audit::show))
        .service(page("/audit/export", operations::audit::export))
        .service(action("/audit/verification", operations::audit::verify))
        .service(page("/dashboard", dashboard::show))
        .service(page("/dashboard/{file}", dashboard::save));
}

/// Lists as feeds.
fn feeds(pages: &mut Pages) {
    pages
        .service(page("/technologies.atom", feed::technologies))
        .service(page("/demands.atom", feed::demands))
        .service(page("/results.atom", feed::results))
        .service(page("/institutions.atom", feed::institutions));
}

/// For programs: all of it is in `/api/openapi.json` too.
#[rustfmt::skip]
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = vec![
        get("/api/openapi.json",                  openapi::show,            openapi::describe_show),
        get("/api/problems",                      openapi::problems,        openapi::describe_problems),
        get("/api/problems/{code}",               openapi::problem,         openapi::describe_problem),
        get("/api/v1/taxonomy",                   fields::list,             fields::describe_list),
        post("/api/v1/taxonomy",                  fields::add,              fields::describe_add),
        get("/api/v1/taxonomy/{code}",            fields::read,             fields::describe_read),
        patch("/api/v1/taxonomy/{code}",          fields::change,           fields::describe_change),
        get("/api/v1/terms",                      terms::list,              terms::describe_list),
        post("/api/v1/terms",                     terms::add,               terms::describe_add),
        get("/api/v1/terms/{id}",                 terms::read,              terms::describe_read),
        patch("/api/v1/terms/{id}",               terms::change,            terms::describe_change),
        get("/api/v1/countries",                  vocabulary::countries,    vocabulary::describe_countries),
        get("/api/v1/regions",                    vocabulary::regions,      vocabulary::describe_regions),
        get("/api/v1/organisations",              vocabulary::organisations, vocabulary::describe_organisations),
        get("/api/v1/demands/{id}/matches",       matches::of_demand,       matches::describe_of_demand),
        get("/api/v1/technologies/{id}/matches",  matches::of_technology,   matches::describe_of_technology),
        get("/api/v1/matches",                    matches::list,            matches::describe_list),
        get("/api/v1/matches/{id}",               matches::read,            matches::describe_read),
        post("/api/v1/matches/{id}/decisions",    life::decide,             life::describe_decide),
        post("/api/v1/matches/{id}/answers",      life::answer,             life::describe_answer),
        get("/api/v1/matches/{id}/events",        life::events,             life::describe_events),
        post("/api/v1/matches/{id}/undo",         life::undo,               life::describe_undo),
        post("/api/v1/matches/{id}/assignment",   queue::assign,            queue::describe_assign),
        post("/api/v1/matches/{id}/letter-of-intent", queue::record_letter, queue::describe_record_letter),
        get("/api/v1/matches/{id}/case",          cases::whole::read,       cases::whole::describe_read),
        get("/api/v1/matches/{id}/messages",      cases::messages::read,    cases::messages::describe_read),
        post("/api/v1/matches/{id}/messages",     cases::messages::write,   cases::messages::describe_write),
        get("/api/v1/matches/{id}/tasks",         cases::tasks::read,       cases::tasks::describe_read),
        post("/api/v1/matches/{id}/tasks",        cases::tasks::add,        cases::tasks::describe_add),
        patch("/api/v1/matches/{id}/tasks/{task}", cases::tasks::change,    cases::tasks::describe_change),
        get("/api/v1/matches/{id}/documents",     cases::documents::show_all, cases::documents::describe_show_all),
        post("/api/v1/matches/{id}/documents",    cases::documents::add,    cases::documents::describe_add),
        get("/api/v1/matches/{id}/documents/{document}", cases::documents::download, cases::documents::describe_download),
        get("/api/v1/matches/{id}/milestones",    cases::milestones::read,  cases::milestones::describe_read),
        post("/api/v1/matches/{id}/milestones",   cases::milestones::add,   cases::milestones::describe_add),
        patch("/api/v1/matches/{id}/milestones/{milestone}", cases::milestones::change, cases::milestones::describe_change),
        get("/api/v1/matches/{id}/outcomes",      cases::outcomes::read,    cases::outcomes::describe_read),
        post("/api/v1/matches/{id}/outcomes",     cases::outcomes::report,  cases::outcomes::describe_report),
        post("/api/v1/matches/{id}/outcomes/{report}/result", cases::outcomes::take, cases::outcomes::describe_take),
        get("/api/v1/queue",                      queue::read,              queue::describe_read),
        post("/api/v1/queue/dismissals",          queue::dismiss,           queue::describe_dismiss),
        get("/api/v1/queue/views",                views::list,              views::describe_list),
        post("/api/v1/queue/views",               views::save,              views::describe_save),
        patch("/api/v1/queue/views/{id}",         views::change,            views::describe_change),
        delete("/api/v1/queue/views/{id}",        views::remove,            views::describe_remove),
        get("/api/v1/export-catalogues",          compliance::catalogues,   compliance::describe_catalogues),
        post("/api/v1/export-catalogues",         compliance::import,       compliance::describe_import),
        get("/api/v1/screenings/due",             compliance::due,          compliance::describe_due),
        get("/api/v1/technologies/{id}/screening", compliance::read,        compliance::describe_read),
        post("/api/v1/technologies/{id}/screenings", compliance::record,    compliance::describe_record),
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
        get("/api/v1/me",                         me::read,                 me::describe_read),
        get("/api/v1/me/tokens",                  me::tokens,               me::describe_tokens),
        post("/api/v1/me/tokens",                 me::make_token,           me::describe_make_token),
        delete("/api/v1/me/tokens/{id}",          me::revoke_token,         me::describe_revoke_token),
        get("/api/v1/me/sessions",                me::sessions,             me::describe_sessions),
        delete("/api/v1/me/sessions/{id}",        me::close_session,        me::describe_close_session),
        post("/api/v1/registrations",             registrations::register,  registrations::describe_register),
        post("/api/v1/registrations/confirmation", registrations::confirm,  registrations::describe_confirm),
        post("/api/v1/password-resets",           password_resets::ask,     password_resets::describe_ask),
        post("/api/v1/password-resets/confirmation", password_resets::redeem, password_resets::describe_redeem),
        post("/api/v1/organisations/{id}/decisions", organisations::decide, organisations::describe_decide),
        get("/api/v1/invitations",                invitations::list,        invitations::describe_list),
        post("/api/v1/invitations",               invitations::invite,      invitations::describe_invite),
        // before the one invitation, of which none has this id
        post("/api/v1/invitations/acceptance",    invitations::accept,      invitations::describe_accept),
        delete("/api/v1/invitations/{id}",        invitations::revoke,      invitations::describe_revoke),
        get("/api/v1/people",                     people::list,             people::describe_list),
        post("/api/v1/people/{id}/admission",     people::let_in,           people::describe_let_in),
        post("/api/v1/people/{id}/departure",     people::leave,            people::describe_leave),
        post("/api/v1/people/{id}/return",        people::bring_back,       people::describe_bring_back),
        put("/api/v1/people/{id}/role",           people::appoint,          people::describe_appoint),
        get("/api/v1/reviews/due",                reviews::due,             reviews::describe_due),
        post("/api/v1/technologies/{id}/interest", interests::in_technology, interests::describe_in_technology),
        post("/api/v1/demands/{id}/interest",     interests::in_demand,     interests::describe_in_demand),
        get("/api/v1/interests",                  interests::list,          interests::describe_list),
        get("/api/v1/weights",                    weights::list,            weights::describe_list),
        post("/api/v1/weights/{id}/adoption",     weights::adopt,           weights::describe_adopt),
        get("/api/v1/webhooks",                   webhooks::list,           webhooks::describe_list),
        post("/api/v1/webhooks",                  webhooks::create,         webhooks::describe_create),
        delete("/api/v1/webhooks/{id}",           webhooks::remove,         webhooks::describe_remove),
        get("/api/v1/webhooks/{id}/deliveries",   webhooks::deliveries,     webhooks::describe_deliveries),
        post("/api/v1/webhooks/{id}/ping",        webhooks::ping,           webhooks::describe_ping),
        post("/api/v1/webhooks/{id}/secret",      webhooks::rotate,         webhooks::describe_rotate),
        get("/api/v1/searches",                   searches::list,           searches::describe_list),
        post("/api/v1/searches",                  searches::save,           searches::describe_save),
        delete("/api/v1/searches/{id}",           searches::remove,         searches::describe_remove),
        get("/api/v1/jobs",                       jobs::list,               jobs::describe_list),
        // before the one job, of which none has this number
        post("/api/v1/jobs/retry",                jobs::retry_all,          jobs::describe_retry_all),
        post("/api/v1/jobs/{id}/retry",           jobs::retry,              jobs::describe_retry),
    ];
    all.extend(library::<Technologies>());
    all.extend(library::<Demands>());
    all.extend(library::<Results>());
    all.extend(library::<Institutions>());
    all
}

/// The same addresses for each of the four libraries.
#[rustfmt::skip]
fn library<L: Checked + Indexed>() -> Vec<Endpoint> {
    let records = format!("/api/v1/{}", L::KIND);
    let record = format!("{records}/{{id}}");
    let versions = format!("{record}/versions");
    let translations = format!("{record}/translations");
    let translation = format!("{translations}/{{lang}}");
    vec![
        get(&records,                           lists::list::<L>,                 describe::list::<L>),
        post(&records,                          records::create::<L>,             describe::create::<L>),
        post(format!("{records}/imports"),      imports::import::<L>,             imports::describe_import::<L>),
        // before the records, of which none is called "check"
        post(format!("{records}/check"),        checks::check::<L>,               checks::describe_check::<L>),
        get(&record,                            records::read::<L>,               describe::read::<L>),
        put(&record,                            records::replace::<L>,            describe::replace::<L>),
        patch(&record,                          records::patch::<L>,              describe::patch::<L>),
        delete(&record,                         records::withdraw::<L>,           describe::withdraw::<L>),
        get(format!("{record}/duplicates"),     checks::duplicates::<L>,          checks::describe_duplicates::<L>),
        get(&versions,                          history::versions::<L>,           describe::versions::<L>),
        get(format!("{versions}/{{version}}"),  history::version::<L>,            describe::version::<L>),
        get(&translations,                      history::list_translations::<L>,  describe::translations::<L>),
        get(&translation,                       history::read_translation::<L>,   describe::translation::<L>),
        put(&translation,                       history::put_translation::<L>,    describe::put_translation::<L>),
        delete(&translation,                    history::delete_translation::<L>, describe::delete_translation::<L>),
        get(format!("{record}/reviews"),        reviews::reviews::<L>,            reviews::describe_reviews::<L>),
        post(format!("{record}/reviews"),       reviews::review::<L>,             reviews::describe_review::<L>),
        post(format!("{record}/renew"),         renewal::renew::<L>,              renewal::describe_renew::<L>),
        get(format!("{record}/revision"),       revisions::read::<L>,             revisions::describe_read::<L>),
        delete(format!("{record}/revision"),    revisions::take_back::<L>,        revisions::describe_take_back::<L>),
        get(format!("{versions}/{{version}}/difference"), history::difference::<L>, history::describe_difference::<L>),
    ]
}
