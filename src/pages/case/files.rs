//! `POST /matches/{id}/documents`: a file from a form.

use actix_web::{HttpResponse, web};

use super::actions::{match_id, take};
use crate::app::App;
use crate::cases::documents::{NewDocument, add_in};
use crate::error::{Code, Result};
use crate::library::store::now;
use crate::pages::forms::PostedFile;

/// `POST /matches/{id}/documents`
pub async fn add(app: web::Data<App>, id: web::Path<String>, posted: PostedFile) -> Result<HttpResponse> {
    let (id, PostedFile { reader, form, file }) = (match_id(&id)?, posted);
    let file = file.ok_or(Code::MalformedRequest)?;
    let document = NewDocument { name: file.name, content: file.content, visible_to: form.parsed("visible_to") };
    take(&app, reader, id, &form, async |transaction, reader| {
        add_in(transaction, &reader.actor, id, &document, app.largest_document(), now()).await
    })
    .await
}
