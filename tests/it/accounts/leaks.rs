//! Every address that can be read × everybody × their own, others' and nobody's records: a word that only some may
//! read is put into every place that is not for everybody, and looked for in every answer. Generated from the route
//! table: a new address is walked without being named here.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use siku::accounts::Role;
use uuid::Uuid;

use super::browser::{Browser, person};
use crate::api::{demand, technology};
use crate::on_both_databases;
use crate::support::records::organisation;
use crate::support::service::{Answer, TestApp};

/// How somebody stands to the records of the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// In the organisation that owns the technology.
    Supplier,
    /// In the organisation that owns the demand.
    Asker,
    /// The match is assigned to this broker.
    OnTheCase,
    /// In an organisation that has nothing to do with it.
    Stranger,
    /// In no organisation.
    Nobody,
}
use Whose::{Asker, Nobody, OnTheCase, Stranger, Supplier};

/// A reader: a role, and how they stand to the records. `None`: the public.
type Reader = Option<(Role, Whose)>;

const READERS: [Reader; 13] = [
    None,
    Some((Role::Firm, Supplier)),
    Some((Role::Firm, Stranger)),
    Some((Role::Firm, Nobody)),
    Some((Role::Embassy, Asker)),
    Some((Role::Embassy, Stranger)),
    Some((Role::Embassy, Nobody)),
    Some((Role::Broker, OnTheCase)),
    Some((Role::Broker, Stranger)),
    Some((Role::Broker, Nobody)),
    Some((Role::Broker, Supplier)),
    Some((Role::Steward, Stranger)),
    Some((Role::Admin, Nobody)),
];

pub const SUPPLIER: &str = "Quagga Pumps Works";
pub const ASKER: &str = "Embassy of Xanadu";

/// What no case and no organisation has to do with.
const NAME: &str = "zzname";

/// A word, what it is, and who besides steward and admin may read it.
const SECRETS: &[(&str, &str, &[Whose])] = &[
    ("zzrecipe", "the confidential part of a published technology", &[Supplier, OnTheCase]),
    ("zzvalve", "a technology that is a draft", &[Supplier]),
    ("zzneed", "a demand that is a draft", &[Asker]),
    ("zztelephone", "a contact of an institution", &[]),
    ("zzstory", "a result that is a draft", &[]),
    ("zzearlier", "an earlier version of a published technology", &[Supplier]),
    ("zzwhy", "the reason that a broker gave", &[OnTheCase, Stranger, Nobody]),
    ("zzmessage", "a message between the broker and the supplier", &[Supplier, OnTheCase, Stranger, Nobody]),
    ("zztask", "a task of the case", &[OnTheCase, Stranger, Nobody]),
    (NAME, "a proposed name of a thing", &[]),
    (SUPPLIER, "who supplies", &[Supplier, OnTheCase, Stranger, Nobody]),
    (ASKER, "who asks", &[Asker, OnTheCase, Stranger, Nobody]),
    ("quentin", "somebody who supplies", &[Supplier, OnTheCase]),
    ("xavier", "somebody who asks", &[Asker, OnTheCase]),
];

/// What of [`SECRETS`] is said to brokers by their being brokers.
const TOLD_TO_BROKERS: [&str; 5] = ["zzwhy", "zzmessage", "zztask", SUPPLIER, ASKER];

fn may_read(reader: Reader, secret: &str, allowed: &[Whose]) -> bool {
    match reader {
        None => false,
        Some((Role::Steward | Role::Admin, _)) => true,
        Some((Role::Broker, _)) if secret == NAME => true,
        // A broker of the supplier's is told what the supplier is told.
        Some((Role::Broker, Supplier)) => allowed.contains(&Supplier),
        Some((Role::Broker, whose)) => {
            TOLD_TO_BROKERS.contains(&secret) || (whose == OnTheCase && allowed.contains(&whose))
        }
        Some((_, whose)) => matches!(whose, Supplier | Asker) && allowed.contains(&whose),
    }
}

/// Everything that the readers look at.
pub struct Stage {
    /// By library, or by the word in an address: what can stand in the place of `{id}`.
    pub ids: BTreeMap<&'static str, Vec<String>>,
    pub numbers: BTreeMap<&'static str, Vec<String>>,
}

pub fn account(reader: (Role, Whose)) -> String {
    let name = match reader.1 {
        Supplier if reader.0 == Role::Firm => "quentin".to_owned(),
        Asker => "xavier".to_owned(),
        whose => format!("{}-{whose:?}", reader.0).to_lowercase(),
    };
    format!("{name}@example.org")
}

pub async fn stage(app: &TestApp, broker: &str) -> Stage {
    let owned = |owner: &str, token: &str| (owner.to_owned(), token.to_owned());
    let supplier = owned(SUPPLIER, &app.token_of("supply robot", Role::Firm, Some(SUPPLIER)).await);
    let asker = owned(ASKER, &app.token_of("asking robot", Role::Embassy, Some(ASKER)).await);
    let mut stage = Stage { ids: BTreeMap::new(), numbers: BTreeMap::new() };

    let add = async |library: &'static str, body: Value, token: &str| {
        let place = format!("/api/v1/{library}");
        app.post(&place, &body).token(token).send().await.expect(201).json()
    };
    let publish = async |library: &'static str, record: &Value| {
        let place = format!("/api/v1/{library}/{}", record["id"].as_str().unwrap());
        app.patch(&place, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200).json()
    };
    let mut offered = technology("zzearlier 光伏控制器");
    offered["confidential"] = json!("zzrecipe");
    let offered = add("technologies", offered, &supplier.1).await;
    let place = format!("/api/v1/technologies/{}", offered["id"].as_str().unwrap());
    let renamed = json!({"title": "光伏控制器"});
    app.patch(&place, &renamed).token(&supplier.1).header("if-match", "*").send().await.expect(200);
    let offered = publish("technologies", &offered).await;
    let drafted = add("technologies", technology("zzvalve"), &supplier.1).await;
    let wanted = add("demands", demand("Irrigation photovoltaïque"), &asker.1).await;
    let wanted = publish("demands", &wanted).await;
    let needed = add("demands", demand("zzneed"), &asker.1).await;
    let mut centre = json!({"title": "Centre of Cairo", "lang": "en", "kind": "technology_transfer_centre"});
    centre["contacts"] = json!([{"name": "zztelephone"}]);
    let centre = app.add("institutions", &centre).await;
    let told = json!({"title": "zzstory", "lang": "en", "kind": "technology_transfer"});
    let told = app.add("results?status=draft", &told).await;
    for (library, records) in [
        ("technologies", vec![offered.clone(), drafted]),
        ("demands", vec![wanted.clone(), needed]),
        ("institutions", vec![centre]),
        ("results", vec![told]),
    ] {
        let texts = |name: &str| records.iter().map(|record| record[name].as_str().unwrap().to_owned()).collect();
        stage.ids.insert(library, texts("id"));
        stage.numbers.insert(library, texts("number"));
    }

    let [wanted, offered] = [wanted, offered].map(|record| record["id"].as_str().unwrap().parse::<Uuid>().unwrap());
    let id = crate::life::suggestion(&app.db, wanted, offered).await.to_string();
    let place = format!("/api/v1/matches/{id}");
    let send = async |path: &str, body: Value| {
        let answer = app.post(&format!("{place}/{path}"), &body).token(broker).header("if-match", "*").send().await;
        assert!(matches!(answer.status, 200 | 201), "{path}: {}", answer.text);
    };
    send("assignment", json!({"to": "me"})).await;
    send("decisions", json!({"to": "on_hold", "reason": "other", "text": "zzwhy"})).await;
    send("decisions", json!({"to": "suggested"})).await;
    send("decisions", json!({"to": "proposed"})).await;
    send("messages", json!({"side": "technology", "text": "zzmessage"})).await;
    send("tasks", json!({"title": "zztask"})).await;
    stage.ids.insert("matches", vec![id]);
    let names = json!({"names": {"zh": ["佐布拉"], "en": [NAME]}});
    let term = app.post("/api/v1/terms", &names).token(broker).send().await.expect(201).json();
    stage.ids.insert("terms", vec![term["id"].to_string()]);
    stage
}

impl Stage {
    /// The addresses that a route stands for on this stage.
    pub fn addresses(&self, route: &str) -> Vec<String> {
        let of = |known: &BTreeMap<&'static str, Vec<String>>| -> Vec<String> {
            let named = known.iter().find(|(name, _)| route.split('/').any(|part| part == **name));
            named.map_or_else(|| known.values().flatten().cloned().collect(), |(_, found)| found.clone())
        };
        let mut addresses = vec![route.to_owned()];
        for (hole, fillings) in [("{id}", of(&self.ids)), ("{number}", of(&self.numbers))] {
            if route.contains(hole) {
                addresses = fillings.iter().map(|filling| route.replace(hole, filling)).collect();
            }
        }
        let rest = [("{version}", "1"), ("{lang}", "en"), ("{code}", "not_found"), ("{file:.*}", ""), ("{file}", "x")];
        for (hole, filling) in rest {
            addresses = addresses.into_iter().map(|address| address.replace(hole, filling)).collect();
        }
        // Any other hole is one of a subject's own; nothing is there under this name.
        let anything = |address: String| match (address.find('{'), address.find('}')) {
            (Some(from), Some(to)) if from < to => format!("{}x{}", &address[..from], &address[to + 1..]),
            _ => address,
        };
        addresses.into_iter().map(|address| anything(anything(address))).collect()
    }
}

/// What a reader was shown that they may not read.
fn leaks(reader: Reader, address: &str, answer: &Answer) -> Vec<String> {
    let text = answer.text.to_lowercase();
    let mut found = Vec::new();
    for (secret, what, allowed) in SECRETS {
        let own_name = reader.is_some_and(|reader| account(reader).starts_with(secret));
        if !own_name && !may_read(reader, secret, allowed) && text.contains(&secret.to_lowercase()) {
            found.push(format!("{reader:?} reads {what} at {address}"));
        }
    }
    found
}

/// Asks a library for a secret: a search that finds what it may not show tells as much as showing it.
fn searches() -> Vec<String> {
    let words = SECRETS.iter().map(|(secret, ..)| *secret).filter(|secret| secret.starts_with("zz"));
    let each = |word| ["technologies", "demands", "institutions", "results"].map(|library| (library, word));
    words.flat_map(each).map(|(library, word)| format!("/api/v1/{library}?q={word}&facets=field,status")).collect()
}

on_both_databases! {
    async fn nobody_reads_at_any_address_what_is_not_for_them(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut homes: BTreeMap<Whose, &str> = BTreeMap::from([(Supplier, SUPPLIER), (Asker, ASKER)]);
        homes.extend([(OnTheCase, "Brokers"), (Stranger, "Somewhere Else")]);
        for home in homes.values() {
            organisation(&app.db, home).await;
        }
        let mut tokens = HashMap::new();
        for reader in READERS.into_iter().flatten() {
            let made = person(&app, &account(reader), reader.0, homes.get(&reader.1).copied()).await;
            tokens.insert(reader, made.token.reveal().to_owned());
        }
        let stage = stage(&app, &tokens[&(Role::Broker, OnTheCase)]).await;
        app.drain().await;
        let endpoints = siku::routes::endpoints();
        let mut api: Vec<String> = endpoints
            .iter()
            .filter(|endpoint| endpoint.method.as_str() == "GET")
            .flat_map(|endpoint| stage.addresses(&endpoint.path))
            .collect();
        api.extend(searches());
        let pages = siku::routes::pages().listed().into_iter().filter(|(method, _)| method.as_str() == "GET");
        let pages: Vec<String> = pages.flat_map(|(_, path)| stage.addresses(&path)).collect();

        let mut found = Vec::new();
        let mut read = HashMap::new();
        for reader in READERS {
            let mut browser = match reader {
                // Those who run the libraries may read all of it.
                Some((Role::Steward | Role::Admin, _)) => None,
                Some(reader) => Some(Browser::of(&app, &account(reader)).await),
                None => Some(Browser::new(&app)),
            };
            for address in &api {
                let ask = app.get(address).anonymous();
                let ask = match reader {
                    Some(reader) => ask.token(&tokens[&reader]),
                    None => ask,
                };
                let answer = ask.send().await;
                *read.entry(reader).or_insert(0) += usize::from(answer.status == 200);
                found.extend(leaks(reader, address, &answer));
            }
            for address in &pages {
                if let Some(browser) = &mut browser {
                    let answer = browser.get(address).await;
                    *read.entry(reader).or_insert(0) += usize::from(answer.status == 200);
                    found.extend(leaks(reader, address, &answer));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        // Nothing leaks where nothing is answered: everybody was answered, and those who may, read.
        assert!(read.values().all(|answered| *answered >= 30), "{read:?}");
        let technology = format!("/api/v1/technologies/{}", stage.ids["technologies"][0]);
        for reader in READERS.into_iter().flatten() {
            let shown = app.get(&technology).token(&tokens[&reader]).send().await.expect(200);
            let own = reader == (Role::Firm, Supplier) || reader.1 == OnTheCase;
            let allowed = own || matches!(reader.0, Role::Steward | Role::Admin);
            assert_eq!(shown.text.contains("zzrecipe"), allowed, "{reader:?}");
        }
    }
}
