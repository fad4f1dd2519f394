//! Registration of a firm by anybody. Two steps, so that nobody learns from the answers whose address or firm is known
//! here, and nobody can register with another's address: first everything is said and kept aside, then the link in a
//! mail and the password together make the organisation, which waits for a steward.
//!
//! A credit code that is here already makes no second organisation: the person waits to be let in by the members.

use std::collections::BTreeMap;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, Set,
};
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::credit_code;
use super::entry_rows::registration;
use super::letters::{Letter, language, language_of};
use super::new_person;
use super::organisations::{OrganisationKind, Standing};
use super::password;
use super::refusal::{Refusal, Rule, Wrong};
use super::rows::{organisation, user};
use super::secrets::Secret;
use super::throttle::{Budget, Purpose};
use super::users::{self, Person};
use crate::audit::{self, Deed, NewEntry};
use crate::config::Settings;
use crate::db::Db;
use crate::library::store::numbers::ChangeNumbers;
use crate::library::taxonomy;
use crate::notices::{self, Kind, Notice};

/// Where a code is needed.
const CHINA: &str = "CN";
/// Mails about registrations that one address gets within an hour.
const MOST_MAILS: u64 = 3;

/// A firm and its first member, as they say it.
#[derive(Debug, Clone, Default)]
pub struct NewFirm<'a> {
    pub organisation: &'a str,
    /// The name in other languages, by language.
    pub names: BTreeMap<String, String>,
    pub country: &'a str,
    /// Unified social credit code; needed of a firm in China.
    pub credit_code: Option<&'a str>,
    pub name: &'a str,
    pub email: &'a str,
    /// Language of mails.
    pub lang: &'a str,
    pub password: &'a str,
}

/// What is kept of it.
struct Checked {
    organisation: String,
    names: serde_json::Value,
    country: String,
    credit_code: Option<String>,
    name: String,
    email: String,
    lang: String,
}

/// Keeps a registration and mails the link, or tells who has the address that they have an account. The answer is the
/// same.
pub async fn register(
    db: &Db,
    settings: &Settings,
    network: &str,
    new: &NewFirm<'_>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let checked = check(&**db, new).await?;
    Budget::of_network(Purpose::Registration, "", network).take(db, now).await?.map_err(Refusal::Wait)?;
    // Also for an address that is known, so that the time tells nothing.
    let password_hash = password::hash(new.password).await?;
    let secret = Secret::generate()?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let expired = registration::Column::ExpiresAt.lte(now);
        registration::Entity::delete_many().filter(expired).exec(transaction).await?;
        match by_email(transaction, &checked.email).await? {
            Some(person) => tell_known(transaction, settings, &person, now).await,
            None => keep(transaction, settings, &checked, &password_hash, &secret, now).await,
        }
    })
    .await
}

async fn check(db: &impl ConnectionTrait, new: &NewFirm<'_>) -> Result<Checked, Refusal> {
    let mut faults = Vec::new();
    let organisation = new_person::name("organisation", new.organisation, &mut faults).to_owned();
    let written = |(lang, name): (&String, &String)| (lang.trim().to_owned(), name.trim().to_owned());
    let names: BTreeMap<String, String> = new.names.iter().map(written).filter(|(_, name)| !name.is_empty()).collect();
    for name in names.values() {
        new_person::name("names", name, &mut faults);
    }
    for lang in names.keys() {
        if let Err(wrong) = language(lang) {
            faults.push(Wrong { field: "names", ..wrong });
        }
    }
    let country = new.country.trim().to_ascii_uppercase();
    if !taxonomy::countries(db).await?.iter().any(|known| known.code == country) {
        faults.push(Wrong::new("country", "unknown_country", "takes an ISO 3166-1 code, such as `CN`"));
    }
    let credit_code = match new.credit_code.map(str::trim).filter(|code| !code.is_empty()) {
        Some(written) => credit_code::parse(written).map_err(|error| faults.push(Wrong::credit_code(&error))).ok(),
        None => {
            if country == CHINA {
                let detail = "a firm in China has a unified social credit code";
                faults.push(Wrong::new("credit_code", "credit_code_missing", detail));
            }
            None
        }
    };
    let name = new_person::name("name", new.name, &mut faults).to_owned();
    let email = new_person::email(new.email, &mut faults);
    let lang = language(new.lang).map(str::to_owned).unwrap_or_else(|wrong| {
        faults.push(wrong);
        String::new()
    });
    new_person::password(new.password, &[&name, &email, &organisation], &mut faults);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let names = serde_json::to_value(names).context("cannot store the names of an organisation")?;
    Ok(Checked { organisation, names, country, credit_code, name, email, lang })
}

async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<user::Model>, Refusal> {
    Ok(user::Entity::find().filter(user::Column::Email.eq(email)).one(db).await?)
}

/// Once a day: nobody fills another's letter box.
async fn tell_known(
    transaction: &DatabaseTransaction,
    settings: &Settings,
    person: &user::Model,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let (Some(email), None) = (&person.email, person.disabled_at) else { return Ok(()) };
    let lang = language_of(transaction, &settings.mail, person).await?;
    let letter = Letter {
        key: format!("registration_known:{}:{}", person.id, now.date_naive()),
        to: email,
        lang: &lang,
        template: "registration_known",
        values: &[("link", "/password".to_owned())],
    };
    Ok(letter.post(transaction, &settings.mail, now).await?)
}

async fn keep(
    transaction: &DatabaseTransaction,
    settings: &Settings,
    new: &Checked,
    password_hash: &str,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    use registration::Column as C;
    let lately = C::Email.eq(&new.email).and(C::CreatedAt.gt(now - TimeDelta::hours(1)));
    if registration::Entity::find().filter(lately).count(transaction).await? >= MOST_MAILS {
        return Ok(());
    }
    let row = registration::ActiveModel {
        id: Set(Uuid::now_v7()),
        token_hash: Set(secret.hash()),
        email: Set(new.email.clone()),
        person: Set(new.name.clone()),
        lang: Set(new.lang.clone()),
        password_hash: Set(password_hash.to_owned()),
        organisation: Set(new.organisation.clone()),
        names: Set(new.names.clone()),
        country: Set(new.country.clone()),
        credit_code: Set(new.credit_code.clone()),
        created_at: Set(now),
        expires_at: Set(now + TimeDelta::hours(settings.accounts.registration_hours.into())),
    };
    let kept = row.insert(transaction).await?;
    // Nothing of what a stranger wrote goes into a mail to an address that may be another's.
    let letter = Letter {
        key: format!("registration:{}", kept.id),
        to: &kept.email,
        lang: &kept.lang,
        template: "registration",
        values: &[("link", format!("/registrations/{}", secret.reveal()))],
    };
    Ok(letter.post(transaction, &settings.mail, now).await?)
}

/// Whether a link can still be followed.
pub async fn is_open(db: &Db, secret: &Secret, now: DateTime<Utc>) -> Result<bool, Refusal> {
    match find(&**db, secret, now).await {
        Ok(_) => Ok(true),
        Err(Refusal::Rule(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

async fn find(db: &impl ConnectionTrait, secret: &Secret, now: DateTime<Utc>) -> Result<registration::Model, Refusal> {
    let stored = registration::Entity::find().filter(registration::Column::TokenHash.eq(secret.hash())).one(db).await?;
    Ok(stored.filter(|row| row.expires_at > now).ok_or(Rule::LinkDead)?)
}

/// Makes the organisation and its first member of a registration, for who has the mail and knows the password: one of
/// the two alone may be somebody else.
pub async fn confirm(
    db: &Db,
    settings: &Settings,
    network: &str,
    secret: &Secret,
    sent: &str,
    now: DateTime<Utc>,
) -> Result<Uuid, Refusal> {
    let kept = find(&**db, secret, now).await?;
    let budget = Budget::of_network(Purpose::Password, &kept.id.to_string(), network);
    budget.take(db, now).await?.map_err(Refusal::Wait)?;
    if !password::verify(sent, Some(&kept.password_hash)).await? {
        return Err(Wrong::new("password", "password_wrong", "is not the password of the registration").into());
    }
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        budget.forgive(transaction).await?;
        if registration::Entity::delete_by_id(kept.id).exec(transaction).await?.rows_affected == 0 {
            return Err(Rule::LinkDead.into());
        }
        if by_email(transaction, &kept.email).await?.is_some() {
            return Err(Rule::AddressTaken.into());
        }
        let known = match &kept.credit_code {
            Some(code) => {
                let same = organisation::Column::CreditCode.eq(code.as_str());
                organisation::Entity::find().filter(same).one(transaction).await?
            }
            None => None,
        };
        let organisation_id = match &known {
            Some(known) => known.id,
            None => add_organisation(transaction, &kept, now).await?,
        };
        let person = Person {
            name: &kept.person,
            email: Some(&kept.email),
            role: Role::Firm,
            organisation_id: Some(organisation_id),
            waits: known.is_some(),
        };
        let id =
            users::insert(transaction, person, Some(kept.password_hash.clone())).await.map_err(anyhow::Error::new)?;
        notices::set_language(transaction, id, &kept.lang).await?;
        let actor = Actor::User { id, organisation_id: Some(organisation_id), role: Role::Firm };
        let entry = match &known {
            Some(known) => {
                tell_members(transaction, settings, known, &kept, id, now).await?;
                NewEntry::new(&actor, now, Deed::MembershipAsked).to(id)
            }
            None => {
                tell_stewards(transaction, organisation_id, &kept.organisation, now).await?;
                NewEntry::new(&actor, now, Deed::OrganisationRegistered).to(organisation_id)
            }
        };
        let detail = serde_json::json!({ "organisation": organisation_id, "person": id });
        audit::record(transaction, vec![entry.with(detail)]).await?;
        Ok(id)
    })
    .await
}

/// Tells those who decide on organisations that one waits.
async fn tell_stewards(
    transaction: &DatabaseTransaction,
    id: Uuid,
    name: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let stewards = notices::in_role(transaction, Role::Steward).await?;
    let told = stewards.into_iter().map(|steward| Notice {
        user: steward.id,
        kind: Kind::OrganisationWaits,
        key: format!("organisation:{id}"),
        link: Some("/organisations".to_owned()),
        values: serde_json::json!({ "title": name }),
    });
    notices::tell(transaction, now, told.collect()).await
}

async fn add_organisation(
    transaction: &DatabaseTransaction,
    kept: &registration::Model,
    now: DateTime<Utc>,
) -> Result<Uuid, Refusal> {
    let row = organisation::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(kept.organisation.clone()),
        names: Set(kept.names.clone()),
        kind: Set(OrganisationKind::Firm.as_str().to_owned()),
        country: Set(Some(kept.country.clone())),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        status: Set(Standing::Pending.as_str().to_owned()),
        credit_code: Set(kept.credit_code.clone()),
        status_reason: Set(None),
        decided_by: Set(None),
        decided_at: Set(None),
    };
    Ok(row.insert(transaction).await?.id)
}

/// Whoever is in the organisation says whether the person belongs to it.
async fn tell_members(
    transaction: &DatabaseTransaction,
    settings: &Settings,
    known: &organisation::Model,
    kept: &registration::Model,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let members = notices::members(transaction, known.id).await?;
    let members = user::Entity::find().filter(user::Column::Id.is_in(members)).all(transaction).await?;
    for member in members {
        let Some(email) = &member.email else { continue };
        let letter = Letter {
            key: format!("membership_asked:{id}:{}", member.id),
            to: email,
            lang: &language_of(transaction, &settings.mail, &member).await?,
            template: "membership_asked",
            values: &[("name", kept.person.clone()), ("email", kept.email.clone()), ("link", "/people".to_owned())],
        };
        letter.post(transaction, &settings.mail, now).await?;
    }
    Ok(())
}
