//! What a browser calls itself, said so that its owner recognises it: `Firefox, Windows`.

/// Named before those that claim to be them too: every Edge says that it is Chrome, every Chrome that it is Safari.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("MicroMessenger", "微信"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 8] = [
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Browser and system; of a program that is no browser its own first word.
pub fn told(agent: &str) -> String {
    let of =
        |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    match (of(&BROWSERS), of(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => agent.split_whitespace().next().unwrap_or("–").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn browsers_are_told_apart_although_each_claims_to_be_the_others() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36";
        assert_eq!(told(chrome), "Chrome, Windows");
        assert_eq!(told(&format!("{chrome} Edg/143.0")), "Edge, Windows");
        let safari =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1";
        assert_eq!(told(safari), "Safari, iPhone");
        assert_eq!(told("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox, Linux");
    }

    #[test]
    fn a_program_that_is_no_browser_keeps_its_own_name() {
        assert_eq!(told("Python-urllib/3.11"), "Python-urllib/3.11");
        assert_eq!(told(""), "–");
    }
}
