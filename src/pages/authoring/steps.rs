//! What is done with a record beside writing it: submitted, taken back, renewed, archived, withdrawn.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;

use super::super::forms::{Fields, Posted, go_to};
use super::super::reader::Reader;
use super::storing::Hindrance;
use super::{Authored, edit_address, elsewhere, own};
use crate::accounts::Action;
use crate::app::App;
use crate::authoring::{self, Renewing};
use crate::error::{Code, Result};
use crate::library::review::renewal::renew_in;
use crate::library::review::revision::{Revision, take_back_in};
use crate::library::store::{StoreError, now, set_status};
use crate::library::{Body, Record, Status};

/// What can be done with a record where it stands.
#[derive(Default)]
pub struct Choices {
    pub address: String,
    pub version: i32,
    /// It is submitted as it is stored.
    pub submit: bool,
    /// It becomes a draft again.
    pub reopen: bool,
    /// It runs longer: the day until which it runs now, and the last day it may run.
    pub renew: Option<(Option<NaiveDate>, NaiveDate)>,
    pub archive: bool,
    pub withdraw: bool,
    /// A change that waits is taken back: its version.
    pub take_back: Option<i32>,
}

impl Choices {
    pub fn any(&self) -> bool {
        self.reopen || self.renew.is_some() || self.archive || self.withdraw
    }
}

/// What the reader can do with a record.
pub fn choices<L: Authored>(
    app: &App,
    reader: &Reader,
    record: Option<&Record<L>>,
    revision: Option<&Revision>,
) -> Choices {
    let Some(record) = record else { return Choices::default() };
    let (status, owner) = (record.head.status, record.head.owner_organisation_id);
    if !reader.actor.may(Action::WithdrawRecord, owner) {
        return Choices::default();
    }
    let runs = matches!(status, Status::Published | Status::Archived);
    Choices {
        address: format!("{}/steps", edit_address(record).trim_end_matches("/edit")),
        version: record.head.version,
        submit: status == Status::Draft,
        reopen: matches!(status, Status::Submitted | Status::Withdrawn),
        renew: runs.then(|| (record.body.common().valid_until, authoring::horizon(app))),
        archive: status == Status::Published,
        withdraw: matches!(status, Status::Draft | Status::Submitted | Status::Published | Status::Archived),
        take_back: revision.filter(|revision| revision.waiting).map(|revision| revision.version),
    }
}

/// `POST /my/{library}/{number}/steps`
pub async fn step<L: Authored>(
    app: web::Data<App>,
    number: web::Path<String>,
    posted: Posted<Fields>,
) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(place) = elsewhere(&reader)? {
        return Ok(place);
    }
    let record = own::<L>(&app, &reader, &number).await?;
    let address = edit_address(&record);
    let done = match take::<L>(&app, &reader, record, &form).await {
        Ok(done) => done,
        Err(error) => match Hindrance::of(error)? {
            Hindrance::Faults(_) => "faults",
            Hindrance::Stale => "stale",
            Hindrance::State => "state",
        },
    };
    Ok(go_to(&format!("{address}?done={done}")))
}

async fn take<L: Authored>(app: &App, reader: &Reader, record: Record<L>, form: &Fields) -> Result<&'static str> {
    let (actor, id) = (&reader.actor, record.head.id);
    // A form that was changed by hand names no version and is stale.
    let version = Some(form.parsed::<i32>("version").unwrap_or(0));
    let moved = async |status, reason| set_status::<L>(&app.db, actor, id, version, status, reason).await;
    let reason = form.value("reason").map(str::to_owned);
    match form.value("do").unwrap_or_default() {
        "submit" => {
            authoring::submit(app, actor, reader.t(), &record, version).await?;
            Ok("submitted")
        }
        "reopen" => moved(Status::Draft, None).await.map(|_| Ok("reopened"))?,
        "archive" => moved(Status::Archived, reason).await.map(|_| Ok("archived"))?,
        "withdraw" => moved(Status::Withdrawn, reason).await.map(|_| Ok("withdrawn"))?,
        "renew" => {
            let until = form.parsed("valid_until");
            let asked = &Renewing::of(app, actor, reader.t(), &record, version, until).await?;
            let renewed: Result<Record<L>, StoreError> = app
                .db
                .write(async |transaction| {
                    let of = (asked.id, asked.version);
                    renew_in::<L>(transaction, actor, of, asked.renewal, &asked.looked, now()).await
                })
                .await;
            Ok(if renewed?.head.status == Status::Published { "renewed" } else { "submitted" })
        }
        "take_back" => {
            let revision = Some(form.parsed::<i32>("revision").unwrap_or(0));
            let taken = app.db.write_send(|transaction| {
                Box::pin(async move { take_back_in::<L>(&transaction, actor, id, revision, now()).await })
            });
            taken.await?;
            Ok("taken_back")
        }
        _ => Err(Code::MalformedRequest.into()),
    }
}
