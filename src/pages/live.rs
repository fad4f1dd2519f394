//! `/live`: what is new while a page is open, as server-sent events; and what a page says of itself to `live.js`.
//! Without scripts nobody asks, and a reload shows the same.

use actix_web::http::header::{CACHE_CONTROL, ContentEncoding};
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream::unfold;
use uuid::Uuid;

use super::reader::Reader;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::cases::seat;
use crate::error::{Code, Result};
use crate::layout::page::Watched;
use crate::live::{Asked, Position, Stream};
use crate::matching::life::LifeError;

/// `GET /live?after=…&case=…`: until the session ends.
pub async fn open(app: web::Data<App>, reader: Reader, request: HttpRequest) -> Result<HttpResponse> {
    let session = reader.session.as_deref().filter(|_| reader.page.listens).ok_or(Code::Unauthenticated)?;
    // A browser that reconnects says what it saw last; the address still says what it saw first.
    let last = request.headers().get("last-event-id").and_then(|value| value.to_str().ok());
    let after = last.or_else(|| reader.page.query.get("after")).and_then(|text| text.parse().ok());
    let case = match reader.page.query.get("case").and_then(|id| id.parse().ok()) {
        Some(id) => as_broker(&app, &reader, id).await?,
        None => None,
    };
    let asked = Asked { after, queue: reader.actor.scope(Action::DecideMatch) != Scope::Never, case };
    let stream = Stream::open(&app.db, &app.live, session, asked).await?;
    let events = unfold(stream, async |mut stream| {
        let bytes = stream.next().await?;
        Some((Ok::<_, actix_web::Error>(bytes), stream))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        // As it comes: what compresses waits for more.
        .insert_header(ContentEncoding::Identity)
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(Box::pin(events)))
}

/// The case, where it is theirs to work on. Its sides are told by notices of what is for them.
async fn as_broker(app: &App, reader: &Reader, id: Uuid) -> Result<Option<Uuid>> {
    match seat(&*app.db, &reader.actor, id).await {
        Ok(seat) => Ok(seat.side.is_none().then_some(id)),
        Err(LifeError::Forbidden | LifeError::NotFound | LifeError::ConflictOfInterest) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Has the page say when something is new since now; to be called before anything of it is read.
pub async fn watch(app: &App, reader: &mut Reader, what: &'static str, case: Option<Uuid>) -> Result<()> {
    if reader.page.listens {
        let mut after = Position::newest(&*app.db).await?;
        if reader.actor.scope(Action::DecideMatch) == Scope::Never {
            // How much others do is not theirs to know.
            after = Position { notice: after.notice, ..Position::default() };
        }
        reader.page.watched = Some(Watched { what, case: case.map(|id| id.to_string()), after: after.to_string() });
    }
    Ok(())
}
