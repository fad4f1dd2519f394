//! Words that say nothing about the subject, by language, without accents.
//!
//! Function words only: *system*, *technology* and the like are frequent here, and BM25 knows it.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::language::Language;

const ZH: &str = "的 了 和 是 在 与 及 等 为 有 对 以 于 中 并 或 而 被 把 将 从 由 向 到 也 都 就 还 又 但 且 其 该 此 这 那 之 所 者 \
    我 你 他 她 它 们 我们 你们 他们 它们 个 上 下 内 可 能 会 要 不 没 无 最 更 很 较 已 再 只 若 如 当 则 即 因 使 让 给 用 \
    可以 能够 以及 或者 并且 而且 但是 因此 所以 因为 由于 通过 根据 按照 对于 关于 其中 其他 之间 以上 以下 同时 此外 另外 一个 一种 \
    这种 这个 这些 那些 这样 各种 各 每 某 本 自 与其 不仅 以便 从而 进行 具有 得到 成为 为了 之后 之前 以来 时 后 前 一 吗 呢 吧 啊 着 过 得 地";

const EN: &str = "a an the and or but if of at by for with about against between into through during before after above below to from \
    up down in out on off over under again further then once here there when where why how all any both each few more most other some \
    such no nor not only own same so than too very s t can will just don should now i me my we our ours you your he him his she her it \
    its they them their what which who whom this that these those am is are was were be been being have has had having do does did \
    doing would could may might must shall also as because until while upon within without via per etc eg ie re ve ll d m o";

const FR: &str = "au aux avec ce ces cet cette celui celle ceux celles dans de des du elle elles en et eux il ils je la le les leur \
    leurs lui ma mais me meme mes moi mon ne nos notre nous on ou par pas pour qu que qui sa se ses son sur ta te tes toi ton tu un une \
    vos votre vous c d j l a m n s t y ete etee etees etes etant suis es est sommes sont sera serons seront serait seraient etais etait \
    etions etaient fut furent soit soient ai as avons avez ont ayant aurai aura auront aurait avait avaient eu eue eus ait aient ici \
    ainsi afin alors apres avant aussi autre autres car cela ceci chaque chez comme comment contre dont donc depuis entre etre fait \
    faire faut hors jusqu lors lorsqu lorsque leurs moins non ni or ou parce peu peut peuvent plus plusieurs pourquoi puis puisqu puisque \
    quand quel quelle quelles quels quelque quelques quoi quoiqu sans selon si sous tel telle tels telles tous tout toute toutes tres \
    vers vers via voici voila doit doivent deja encore pendant";

const ES: &str = "de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este si porque esta \
    entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos \
    e esto mi antes algunos que unos yo otro otras otra el tanto esa estos mucho quienes nada muchos cual poco ella estar estas algunas \
    algo nosotros mis tu te ti tus ellas vosotros os mio suyo nuestro nuestra nuestros nuestras es soy eres somos son sea sean sera \
    seran seria serian era eran fue fueron siendo sido ser estoy estamos estan este esten estaba estaban estuvo he has ha hemos han haya \
    hayan habia habian hubo haber habiendo tengo tiene tenemos tienen tenga tener tenia asi aun aunque cada cualquier cuya cuyo cuyas \
    cuyos debe deben dos dentro ello etc hacia hacer hace luego mediante menos mientras mismo misma mismos mismas ninguna ninguno parte \
    pues puede pueden segun solo tal tales tampoco tras u unas usted ustedes vez asimismo";

const PT: &str = "de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito \
    nos ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas me esse eles essa num nem suas meu minha numa \
    pelos elas qual nos lhe deles essas esses pelas este dele tu te lhes meus minhas teu tua nosso nossa nossos nossas dela delas esta \
    estes estas aquele aquela aqueles aquelas isto aquilo estou estamos estao estive esteve estava estavam esteja estejam sao sou somos \
    era eram foi foram fosse seja sejam ser sera serao seria seriam sendo sido hei ha havemos hao houve houver haja ter tenho tem temos \
    tinha tinham teve tiveram tenha tenham terao teria ainda alem alguns algumas apenas apos assim atraves cada cuja cujo cujas cujos \
    deve devem desde durante e enquanto etc fazer onde outra outras outro outros outra parte pode podem pois porque qualquer quais quanto \
    segundo sempre sob sobre tal tais tanto todo toda todos todas tudo tres um vez via";

const RU: &str = "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще \
    нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей \
    может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому \
    этого какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два об другой \
    хоть после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть \
    том нельзя такой им более всегда конечно всю между это эта также который которая которое которые которых которым которого которой \
    являются является быть будут могут должен должна должно должны является наш наша наши свой свои своих т д п е др г гг т.е т.д";

const AR: &str = "في من على الى إلى عن مع هذا هذه ذلك تلك هؤلاء التي الذي الذين اللتي اللذين و او أو ثم بل لا لم لن ما ماذا هل ان أن \
    إن كان كانت يكون تكون كانوا ليس هو هي هم هن نحن انا أنا أنت انتم كما قد لقد كل بعض غير بين عند عندما حيث حتى منذ اذا إذا لكن لكنه \
    بعد قبل فوق تحت خلال حول دون ضد نحو أي اي ايضا أيضا به بها بهم له لها لهم لنا فيه فيها فيهم منه منها منهم عليه عليها عليهم اليه \
    إليه إليها اليها وهو وهي وفي ومن وعلى وما ولا وقد وان وأن وكان ذات ذو لدى لان لأن مثل سوف عبر كذلك هناك هنا يتم تم ضمن اكثر أكثر \
    اقل أقل كلا احد أحد عدم وذلك وهذا وهذه مما فان فإن وتكون ويكون";

/// FNV-1a: the words are ours, so nobody can choose them to collide, and every word of every text
/// is looked up.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Words = HashSet<&'static str, BuildHasherDefault<Fnv>>;

/// No stop word is longer, in bytes.
const LONGEST: usize = 24;

fn set(words: &'static str) -> Words {
    words.split_ascii_whitespace().collect()
}

static SETS: LazyLock<[Words; 7]> = LazyLock::new(|| [set(ZH), set(EN), set(FR), set(RU), set(ES), set(PT), set(AR)]);

/// Words that only their accent tells from a stop word: maize, tea.
const TOLD_BY_ACCENT: [(Language, &str); 2] = [(Language::Fr, "maïs"), (Language::Es, "té")];

/// Whether a word, in lower case, is one that its accent tells from a stop word.
pub fn is_told_by_accent(word: &str, language: Language) -> bool {
    TOLD_BY_ACCENT.contains(&(language, word))
}

/// Whether a lower-case word without accents says nothing about the subject.
pub fn is_stop_word(word: &str, language: Language) -> bool {
    word.len() <= LONGEST && SETS.get(language as usize).is_some_and(|set| set.contains(word))
}

/// The languages in which this word is a function word: a cheap hint at the language of a text.
pub fn languages_of(word: &str) -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(move |language| is_stop_word(word, *language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stop_word_is_too_long_to_be_recognised() {
        assert!(SETS.iter().flatten().all(|word| word.len() <= LONGEST));
    }
}
