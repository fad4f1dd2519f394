//! A record's text in other languages, beside the source. Adding one is not a new version of the record (its author
//! changed nothing) but it is a change: the index takes it in.

use super::body::Body;
use super::codes::Origin;
use super::normalise;
use super::parts::Translation;
use super::store::change::{ChangeKind, Context, translation_row, upsert_translations};
use super::store::numbers::ChangeNumbers;
use super::store::rows::translation;
use super::store::write::{load, refuse_unreviewed};
use super::store::{StoreError, now, seen_by};
use super::taxonomy::vocabulary;
use super::{Library, Record};
use crate::accounts::{Action, Actor};
use crate::audit::{self, NewEntry};
use crate::db::Db;
use crate::outbox::Urgency;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};
use serde_json::json;
use uuid::Uuid;

/// Adds translations, replacing those in the same languages. They are of version `of` of the source (the newest when
/// missing) and stale when its text has changed since. What a machine wrote never replaces what a person wrote.
pub async fn upsert<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    of: Option<i32>,
    translations: Vec<Translation>,
) -> Result<Record<L>, StoreError> {
    let (vocabulary, translations) = (&vocabulary(&**db).await?, &translations);
    db.write_send(|transaction| {
        Box::pin(async move {
            let numbers = ChangeNumbers::hold(&transaction).await?;
            let mut record = load::<L>(&transaction, actor, Action::ChangeRecord, id, None).await?;
            refuse_unreviewed(actor, record.head.owner_organisation_id, record.head.status)?;
            let known = record.body.common().translations.to_vec();
            let mut checked = record.body.clone();
            *checked.common_mut().translations = translations.clone();
            L::normalise(&mut checked, vocabulary);
            let errors = L::validate(&checked, vocabulary);
            if !errors.is_empty() {
                return Err(StoreError::Invalid(errors));
            }
            let by_person = |lang: &str| known.iter().any(|other| other.lang == lang && other.origin == Origin::Human);
            let source_version = of.unwrap_or(record.head.version);
            let mut stored = known.clone();
            let context = Context { actor, at: now(), urgency: Urgency::Background };
            let mut rows = Vec::new();
            for mut translation in std::mem::take(checked.common_mut().translations) {
                if translation.origin == Origin::Machine && by_person(&translation.lang) {
                    continue;
                }
                rows.push(translation_row(L::KIND, id, source_version, &translation, context));
                translation.translated_at = Some(context.at);
                translation.stale = source_version < record.head.text_version;
                stored.retain(|other| other.lang != translation.lang);
                stored.push(translation);
            }
            if !rows.is_empty() {
                let languages: Vec<&str> = translations.iter().map(|translation| translation.lang.as_str()).collect();
                upsert_translations(&transaction, rows).await?;
                touch(&transaction, numbers, context, &mut record, &languages).await?;
            }
            stored.sort_by(|left, right| left.lang.cmp(&right.lang));
            *record.body.common_mut().translations = stored;
            Ok(seen_by(record, actor))
        })
    })
    .await
}

/// Removes the translation into a language; there need not be one.
pub async fn remove<L: Library>(db: &Db, actor: &Actor, id: Uuid, lang: &str) -> Result<Record<L>, StoreError> {
    let lang = &normalise::language(lang);
    db.write_send(|transaction| {
        Box::pin(async move {
            let numbers = ChangeNumbers::hold(&transaction).await?;
            let mut record = load::<L>(&transaction, actor, Action::ChangeRecord, id, None).await?;
            refuse_unreviewed(actor, record.head.owner_organisation_id, record.head.status)?;
            let removed = translation::Entity::delete_by_id((id, lang.clone())).exec(&*transaction).await?;
            if removed.rows_affected > 0 {
                let context = Context { actor, at: now(), urgency: Urgency::Background };
                touch(&transaction, numbers, context, &mut record, &[lang]).await?;
                record.body.common_mut().translations.retain(|translation| translation.lang != *lang);
            }
            Ok(seen_by(record, actor))
        })
    })
    .await
}

/// Makes the record's translations a change that the index and the audit see.
async fn touch<L: Library>(
    transaction: &DatabaseTransaction,
    mut numbers: ChangeNumbers,
    context: Context<'_>,
    record: &mut Record<L>,
    languages: &[&str],
) -> Result<(), StoreError> {
    record.head.change_no = numbers.take();
    let update = Query::update()
        .table(L::KIND.table())
        .value("change_no", record.head.change_no)
        .and_where(Expr::col("id").eq(record.head.id))
        .take();
    transaction.execute(&update).await?;
    let detail = json!({ "number": record.head.number, "languages": languages });
    let entry = NewEntry::new(context.actor, context.at, ChangeKind::Translated);
    let entry = entry.to_record(L::KIND, record.head.id, record.head.version).with(detail);
    audit::record(transaction, vec![entry]).await?;
    numbers.store(transaction).await?;
    Ok(())
}
