//! How mails leave: over SMTP, or into a folder where each is a file under the name of its key.

use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::ExposeSecret;

use super::message::fingerprint;
use crate::config::{Mail, MailTransport};

const TIMEOUT: Duration = Duration::from_secs(30);

/// A way out.
pub enum Transport {
    Folder(PathBuf),
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
}

/// Why a mail did not leave, and whether it ever will.
#[derive(Debug, thiserror::Error)]
#[error("{reason:#}")]
pub struct Refusal {
    pub reason: anyhow::Error,
    pub for_good: bool,
}

impl Transport {
    /// The way out of the settings; `None` when mails are off.
    pub fn of(settings: &Mail) -> anyhow::Result<Option<Self>> {
        Ok(match settings.transport {
            MailTransport::Off => None,
            MailTransport::File => Some(Self::Folder(settings.dir.clone())),
            MailTransport::Smtp => {
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(settings.smtp_url.expose_secret());
                let transport = transport.context("setting mail.smtp_url is no address of a mail server")?;
                Some(Self::Smtp(Box::new(transport.timeout(Some(TIMEOUT)).build())))
            }
        })
    }

    /// Sends a message.
    pub async fn send(&self, key: &str, message: Message) -> Result<(), Refusal> {
        match self {
            Self::Folder(folder) => {
                put(folder, key, &message.formatted()).map_err(|reason| Refusal { reason, for_good: false })
            }
            Self::Smtp(transport) => match transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(Refusal { for_good: error.is_permanent(), reason: error.into() }),
            },
        }
    }
}

/// Writes the whole file under the name of the key, or none. A second time it replaces it by the same.
fn put(folder: &PathBuf, key: &str, message: &[u8]) -> anyhow::Result<()> {
    let place = || format!("cannot write a mail into {}", folder.display());
    std::fs::create_dir_all(folder).with_context(place)?;
    let mut file = tempfile::Builder::new().prefix(".mail-").tempfile_in(folder).with_context(place)?;
    file.write_all(message).with_context(place)?;
    file.as_file().sync_all().with_context(place)?;
    file.persist(folder.join(format!("{}.eml", fingerprint(key)))).with_context(place)?;
    Ok(())
}
