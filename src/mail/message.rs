//! A mail as it goes over the wire: the same bytes for the same row, however often it is made.

use anyhow::Context;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use sha2::{Digest, Sha256};

use super::row;
use super::text::text;

/// Makes the message. Its id follows from the key, so that a second copy is seen to be one.
pub fn message(mail: &row::Model, from: &Mailbox, base: &str) -> anyhow::Result<Message> {
    let to: Mailbox = mail.to.parse().with_context(|| format!("mail {} has an address that is none", mail.id))?;
    let words = text(mail, base)?;
    let id = format!("<{}@{}>", fingerprint(&mail.key), from.email.domain());
    let builder: MessageBuilder = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(words.subject)
        .message_id(Some(id))
        .date(mail.created_at.into())
        .header(ContentType::TEXT_PLAIN);
    let mut message = builder.body(words.body).context("cannot put a mail together")?;
    let mut add = |name: &'static str, value: String| {
        let name = HeaderName::new_from_ascii_str(name);
        message.headers_mut().insert_raw(HeaderValue::new(name, value));
    };
    add("Content-Language", mail.lang.clone());
    add("Auto-Submitted", "auto-generated".to_owned());
    if let Some(address) = words.unsubscribe {
        add("List-Unsubscribe", format!("<{address}>"));
        add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned());
    }
    Ok(message)
}

/// What a key is known by outside: SHA-256, the first half, hexadecimal.
pub fn fingerprint(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
