//! Mails about accounts as they arrive: sent by the worker into a folder, read from there.

use crate::notices::{into, mails, round};
use crate::support::service::TestApp;
use chrono::Utc;
use sea_orm::EntityTrait;
use siku::accounts::registration::{self, NewFirm};
use siku::accounts::rows::user;
use siku::accounts::secrets::Secret;
use siku::accounts::{Actor, Role, invitations, resets};
use siku::config::Settings;
use uuid::Uuid;

use super::browser::PASSWORD;

/// The letter box of everybody: sends what is queued and reads all that ever came.
pub struct Letters<'a> {
    app: &'a TestApp,
    folder: tempfile::TempDir,
}

/// A mail.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub to: String,
    pub text: String,
}

impl Arrived {
    /// The secret at the end of the first link to `place`.
    pub fn token(&self, place: &str) -> String {
        let after = self.text.split(&format!("https://siku.example/{place}/")).nth(1);
        let after = after.unwrap_or_else(|| panic!("no link to {place}: {}", self.text));
        after.split_whitespace().next().unwrap().to_owned()
    }
}

impl<'a> Letters<'a> {
    pub fn of(app: &'a TestApp) -> Self {
        Self { app, folder: tempfile::tempdir().unwrap() }
    }

    /// Every mail to an address so far, unwrapped.
    pub async fn to(&self, address: &str) -> Vec<Arrived> {
        round(&self.app.db, &into(self.folder.path()), Utc::now()).await;
        let all = mails(self.folder.path()).into_iter().map(|mail| {
            let (head, body) = mail.split_once("\r\n\r\n").unwrap();
            let to = head.lines().find_map(|line| line.strip_prefix("To: ")).unwrap().to_owned();
            Arrived { to, text: format!("{head}\n\n{}", decoded(head, body)) }
        });
        all.filter(|mail| mail.to == address).collect()
    }

    /// The only mail to an address so far.
    pub async fn only(&self, address: &str) -> Arrived {
        let mut found = self.to(address).await;
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }
}

/// A body without its transfer encoding.
fn decoded(head: &str, body: &str) -> String {
    let encoding = head.lines().find_map(|line| line.strip_prefix("Content-Transfer-Encoding: ")).unwrap_or("7bit");
    let bytes = match encoding {
        "base64" => {
            use base64::Engine;
            let plain: String = body.split_whitespace().collect();
            base64::engine::general_purpose::STANDARD.decode(plain).unwrap()
        }
        "quoted-printable" => unquoted(body),
        _ => body.as_bytes().to_vec(),
    };
    String::from_utf8(bytes).unwrap()
}

fn unquoted(body: &str) -> Vec<u8> {
    let joined = body.replace("=\r\n", "").replace("=\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        match (first, after) {
            (b'=', [a, b, further @ ..]) => {
                let hex = String::from_utf8(vec![*a, *b]).unwrap();
                bytes.push(u8::from_str_radix(&hex, 16).unwrap());
                rest = further;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

/// A firm as it registers.
pub fn firm<'a>(credit_code: &'a str, email: &'a str) -> NewFirm<'a> {
    NewFirm {
        organisation: "北京滴灌科技有限公司",
        country: "CN",
        credit_code: Some(credit_code),
        name: "Wang Fang",
        email,
        lang: "zh",
        password: PASSWORD,
        ..NewFirm::default()
    }
}

/// The organisation of a firm that has registered and confirmed.
pub async fn registered(app: &TestApp, credit_code: &str) -> Uuid {
    let email = format!("first@{}.example", credit_code.to_lowercase());
    let letters = Letters::of(app);
    let settings = Settings::defaults().unwrap();
    registration::register(&app.db, &settings, &email, &firm(credit_code, &email), Utc::now()).await.unwrap();
    let secret = Secret::parse(&letters.only(&email).await.token("registrations")).unwrap();
    let id = registration::confirm(&app.db, &settings, &email, &secret, PASSWORD, Utc::now()).await.unwrap();
    user::Entity::find_by_id(id).one(&*app.db).await.unwrap().unwrap().organisation_id.unwrap()
}

/// A token that an address for people without an account takes, from a mail.
pub async fn token_for(app: &TestApp, path: &str) -> String {
    let settings = Settings::defaults().unwrap();
    let letters = Letters::of(app);
    let place = path.split('/').nth(3).unwrap();
    let address = format!("{place}@token.example");
    match place {
        "registrations" => {
            let new = firm("91330100799655058B", &address);
            registration::register(&app.db, &settings, place, &new, Utc::now()).await.unwrap();
            letters.only(&address).await.token("registrations")
        }
        "invitations" => {
            let new = invitations::NewInvitation {
                email: address.clone(),
                role: Some(Role::Broker),
                ..invitations::NewInvitation::default()
            };
            let made = app
                .db
                .write(async |transaction| {
                    invitations::invite(transaction, &settings, &Actor::System, &new, Utc::now()).await
                })
                .await;
            made.unwrap();
            letters.only(&address).await.token("invitations")
        }
        "password-resets" => {
            super::browser::person(app, &address, Role::Broker, None).await;
            resets::ask(&app.db, &settings, place, &address, Utc::now()).await.unwrap();
            letters.only(&address).await.token("password")
        }
        other => panic!("no mail has a token for {other}"),
    }
}
