//! Errands from a command to the service that has the index open: a socket in the index folder, one line with the
//! errand there, lines with what it says back. Only the account that runs the service, and root, are listened to.

use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc::unbounded_channel;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::db::Db;
use crate::matching::Engine;

use super::{Errand, Said, Say};

fn place(index: &Path) -> PathBuf {
    index.join("service.sock")
}

/// Has the service whose index this is do an errand; `heard` gets what it says. Answers false when there is no service.
///
/// # Errors
/// The service does not listen to this account or ended in the middle, or `heard` failed.
pub async fn ask(
    index: &Path,
    errand: &Errand,
    mut heard: impl FnMut(Said) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let place = place(index);
    let stream = match UnixStream::connect(&place).await {
        Ok(stream) => stream,
        // No service, or the socket of one that was killed.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => return Ok(false),
        Err(error) => return Err(error).with_context(|| format!("cannot ask the service at {}", place.display())),
    };
    let (from, mut to) = stream.into_split();
    to.write_all(format!("{}\n", serde_json::to_string(errand)?).as_bytes()).await?;
    let mut lines = BufReader::new(from).lines();
    while let Some(line) = lines.next_line().await.context("the service went away")? {
        let said: Said = serde_json::from_str(&line).context("the service is of another version")?;
        let last = matches!(said, Said::Done { .. } | Said::Failed(_));
        heard(said)?;
        if last {
            return Ok(true);
        }
    }
    anyhow::bail!("the service at {} ended before it was done, or does not listen to this account", place.display())
}

/// Does errands for commands until `stop` says so. A service without its socket is a service all the same.
pub fn listen(index: &Path, db: &Db, engine: &Arc<Engine>, stop: &watch::Receiver<bool>) -> Option<JoinHandle<()>> {
    let place = place(index);
    match bind(&place) {
        Ok(listener) => {
            let (db, engine, stop) = (db.clone(), Arc::clone(engine), stop.clone());
            Some(tokio::spawn(accept(listener, place, db, engine, stop)))
        }
        Err(error) => {
            tracing::warn!(error = format!("{error:#}"), "`siku match` and `siku index` must wait until this ends");
            None
        }
    }
}

async fn accept(listener: UnixListener, place: PathBuf, db: Db, engine: Arc<Engine>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let (place, db, engine) = (place.clone(), db.clone(), Arc::clone(&engine));
                    tokio::spawn(async move {
                        if let Err(error) = serve(stream, &place, &db, &engine).await {
                            tracing::warn!(error = format!("{error:#}"), "an errand was not done");
                        }
                    });
                }
                Err(error) => {
                    tracing::error!(%error, "no more errands are heard");
                    break;
                }
            },
            changed = stop.changed() => if changed.is_err() { break },
        }
    }
    // Whoever comes now finds nobody, with or without the file.
    let _ = std::fs::remove_file(&place);
}

/// The index is open, so a socket that is there already belongs to nobody.
fn bind(place: &Path) -> anyhow::Result<UnixListener> {
    match std::fs::remove_file(place) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot remove {}", place.display()));
        }
        _ => {}
    }
    let listener = UnixListener::bind(place).with_context(|| format!("cannot listen at {}", place.display()))?;
    std::fs::set_permissions(place, std::fs::Permissions::from_mode(0o600))
        .with_context(|| format!("cannot protect {}", place.display()))?;
    Ok(listener)
}

async fn serve(stream: UnixStream, place: &Path, db: &Db, engine: &Arc<Engine>) -> anyhow::Result<()> {
    let caller = stream.peer_cred().context("cannot tell who asks")?.uid();
    let owner = std::fs::metadata(place).context("the socket is gone")?.uid();
    ensure!(caller == owner || caller == 0, "account {caller} may not ask");
    let (from, mut to) = stream.into_split();
    let Some(line) = BufReader::new(from).lines().next_line().await? else { return Ok(()) };
    let errand: Errand = serde_json::from_str(&line).context("the command is of another version")?;
    let (sender, mut said) = unbounded_channel();
    let running = {
        let (db, engine, say) = (db.clone(), Arc::clone(engine), Say::new(sender));
        async move { errand.run(&db, &engine, &say).await }
    };
    let telling = async {
        while let Some(said) = said.recv().await {
            to.write_all(format!("{}\n", serde_json::to_string(&said)?).as_bytes()).await?;
        }
        anyhow::Ok(())
    };
    let running = tokio::spawn(running);
    let told = telling.await;
    // The receiver goes here: an errand that nobody listens to any more ends at its next word.
    drop(said);
    running.await.context("the errand was torn down")?;
    told
}
