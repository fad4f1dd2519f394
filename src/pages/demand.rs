//! `/demands/{number}`: one need of one partner country, and the technologies that answer it, ranked.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::{Value as Json, json};

use super::interest;
use super::present::Presented;
use super::reader::{Reader, database};
use super::record::RecordView;
use super::rows::Rows;
use super::suggestions::{self, Answer};
use crate::app::App;
use crate::error::{Code, Error};
use crate::layout::Page;
use crate::layout::components::{Row, Shelf};
use crate::layout::content::Text;
use crate::layout::lang::direction;
use crate::library::parts::OperatingCondition;
use crate::library::store::find;
use crate::library::{Body, CodeKind, Demand, Demands};

#[derive(Template)]
#[template(path = "demand.html")]
struct DemandPage<'a> {
    page: &'a Page,
    record: RecordView,
    requirements: Vec<RequirementLine>,
    /// The list runs in the direction of its text, so that each priority stands at the beginning of its line.
    requirements_dir: &'static str,
    /// The technologies that answer; `None` where matches are not shown.
    answer: Option<Answer>,
    matches_shown: bool,
    /// Where the reader can express interest.
    interest: Option<String>,
}

struct RequirementLine {
    text: Text,
    priority: &'static str,
}

pub async fn demand(reader: Reader, app: web::Data<App>, number: web::Path<String>) -> Result<HttpResponse, Error> {
    let reader = reader.on_shelf(Shelf::Demands);
    let record = find::<Demands>(database(&app), &reader.actor, &number).await?.ok_or(Code::NotFound)?;
    let lang = record.body.common().lang.to_owned();
    let line = |requirement: &crate::library::parts::Requirement| RequirementLine {
        text: Text::new(&requirement.text, lang.as_str()),
        priority: requirement.priority.as_str(),
    };
    let requirements = record.body.requirements.iter().map(line).collect();
    let answer = suggestions::for_demand(&app, &reader, record.head.id, &lang).await?;
    let requirements_dir = direction(&lang);
    let interest = interest::offered(&reader.actor, &record);
    let record = RecordView::with_reviews(&record, &reader, &app).await?;
    let matches_shown = suggestions::shown(&app, &reader);
    let view =
        DemandPage { page: &reader.page, record, requirements, requirements_dir, answer, matches_shown, interest };
    reader.send(&view)
}

impl Presented for Demands {
    const SHELF: Shelf = Shelf::Demands;
    const FACETS: &'static [CodeKind] =
        &[CodeKind::Field, CodeKind::Region, CodeKind::Country, CodeKind::Mode, CodeKind::Urgency, CodeKind::Lang];

    fn facts(body: &Demand, reader: &Reader) -> Vec<String> {
        let t = reader.t();
        let mut facts = vec![reader.country(&body.country)];
        facts.extend(t.money_range(body.budget_min, body.budget_max, body.currency.as_deref()));
        facts.extend(body.deadline.map(|date| t.fill("deadline-short", t.date(&date))));
        facts
    }

    fn rows(body: &Demand, reader: &Reader) -> Vec<Row> {
        let t = reader.t();
        let mut rows = Rows::new(reader, body.lang.as_deref().unwrap_or_default());
        rows.country("country", Some(&body.country));
        rows.plain("budget", t.money_range(body.budget_min, body.budget_max, body.currency.as_deref()));
        rows.date("deadline", body.deadline);
        rows.date("decision_date", body.decision_date);
        rows.code("urgency", "urgency", body.urgency.map(|urgency| urgency.as_str()));
        rows.content("mandate_holder", body.mandate_holder.as_deref());
        rows.content("end_user", body.end_user.as_deref());
        rows.content("payer", body.payer.as_deref());
        rows.content("decider", body.decider.as_deref());
        rows.content("procurement_route", body.procurement_route.as_deref());
        rows.codes("accepted_modes", "mode", body.accepted_modes.iter().map(|mode| mode.as_str()));
        rows.plain("min_trl", body.min_trl.map(|trl| t.fill("trl-value", trl)));
        let goals: Vec<String> = body.sdgs.iter().map(|goal| t.code_or_self("sdg", &goal.to_string())).collect();
        rows.plain("sdgs", Some(t.list(&goals)));
        rows.finish()
    }

    fn conditions(body: &Demand) -> &[OperatingCondition] {
        &body.operating_conditions
    }

    fn structured(body: &Demand) -> Json {
        json!({ "@type": "Demand", "areaServed": body.country, "availabilityEnds": body.deadline })
    }
}
