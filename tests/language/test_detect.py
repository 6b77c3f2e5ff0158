import tomllib
from importlib import resources
from unicodedata import normalize

import pytest

from articlekit.language.detect import detect

SENTENCES = """
en The council voted for the plan on Monday. Work will start in spring, the mayor said.
en What residents can expect from the new bridge
de Der Rat hat am Montag für den Plan gestimmt. Die Arbeiten beginnen im Frühjahr.
de Warum die Brücke erst nach zwei Jahren fertig wird
fr Le conseil a voté pour le projet lundi. Les travaux doivent commencer au printemps.
fr L'ouvrage sera fermé jusqu'à la fin de l'année, selon la mairie.
es El consejo aprobó el plan el lunes. Las obras empezarán en primavera, según la alcaldesa.
es El puente no abrirá hasta que terminen las obras y los vecinos se quejan.
pt O conselho aprovou o plano na segunda-feira. As obras começam na primavera, disse.
pt A ponte não vai abrir até ao fim das obras e os moradores não foram avisados.
gl O concello aprobou o plan o luns. As obras comezan na primavera, segundo a alcaldesa.
gl A ponte non abrirá ata que rematen as obras e unha veciña queixouse do ruído.
ca El consell va aprovar el pla dilluns. Les obres començaran amb la primavera.
ca El pont no obrirà fins que s'acabin les obres i els veïns són molt crítics.
it Il consiglio ha approvato il piano lunedì. I lavori della strada iniziano in primavera.
it Perché il ponte non è ancora stato aperto dopo due anni
nl De raad stemde maandag voor het plan. De werken beginnen in de lente, zegt zij.
nl Waarom de brug nog niet open is en wat dat voor bewoners betekent
sv Rådet röstade för planen på måndagen. Arbetet ska börja till våren, säger hon.
sv Bron är inte öppen och det kan ta två år till
no Rådet stemte for planen mandag. Arbeidet skal begynne etter jul, sier hun.
no Broen blir ikke åpnet nå, og det blir mye støy mellom husene.
da Rådet stemte for planen mandag. Arbejdet skal begynde efter jul, siger hun.
da Broen bliver ikke åbnet nu, og der bliver meget støj mellem husene.
is Borgarstjórn samþykkti áætlunina á mánudag. Það er ekki vitað hvenær verkið hefst.
fi Valtuusto hyväksyi suunnitelman maanantaina. Työt alkavat keväällä, hän sanoo.
fi Silta ei ole vielä auki, ja se on monelle ongelma.
et Volikogu kiitis kava esmaspäeval heaks. Tööd algavad kevadel, ütles linnapea.
et Sild ei ole veel avatud ja see on väga suur mure.
lv Dome pirmdien apstiprināja plānu. Darbi sāksies pavasarī un ilgs divus gadus.
lt Taryba pirmadienį patvirtino planą. Darbai prasidės pavasarį ir truks dvejus metus.
pl Rada przyjęła plan w poniedziałek. Prace zaczną się na wiosnę i potrwają dwa lata.
cs Rada v pondělí schválila plán. Práce začnou na jaře a potrvají dva roky, řekl starosta.
cs Most je uzavřen, protože se opravuje. Podle města bude hotov už v květnu.
sk Rada v pondelok schválila plán. Práce sa začnú na jar a potrvajú dva roky.
sk Most je zatvorený, pretože sa opravuje. Podľa mesta bude hotový už v máji.
sl Svet je v ponedeljek potrdil načrt. Dela se bodo začela spomladi in trajala dve leti.
hu A tanács hétfőn elfogadta a tervet. A munka tavasszal kezdődik, és két évig tart.
ro Consiliul a aprobat planul luni. Lucrările vor începe în primăvară și vor dura doi ani.
hr Vijeće je u ponedjeljak usvojilo plan. Gdje će radovi početi, rekao je, još nije jasno.
hr Tijekom radova most će biti zatvoren, a što će biti poslije, ne zna nitko. Tko plaća?
sr Veće je u ponedeljak usvojilo plan. Gde će radovi početi, rekao je, još nije jasno.
sr Tokom radova most će biti zatvoren, a šta će biti posle, ne zna niko. Ko plaća?
sr Веће је у понедељак усвојило план. Радови ће почети у пролеће и трајаће две године.
ru Совет в понедельник утвердил план. Работы начнутся весной и продлятся два года.
ru Мост закрыт, и когда он откроется, пока не известно.
uk Рада в понеділок затвердила план. Роботи почнуться навесні й триватимуть два роки.
uk Міст закрито, і коли його відкриють, поки не відомо.
bg Съветът одобри плана в понеделник. Работата ще започне през пролетта и ще трае дълго.
bg Мостът е затворен и кога ще бъде отворен, не се знае.
mk Советот го усвои планот во понеделник. Работите ќе почнат на пролет, рече тој.
be Рада ў панядзелак зацвердзіла план. Работы пачнуцца вясной і працягнуцца два гады.
el Το συμβούλιο ενέκρινε το σχέδιο τη Δευτέρα. Τα έργα αρχίζουν την άνοιξη.
tr Meclis planı pazartesi günü onayladı. Çalışmalar ilkbaharda başlayacak ve iki yıl sürecek.
ar وافق المجلس على الخطة يوم الاثنين. وقال العمدة إن العمل سيبدأ في الربيع.
fa شورا روز دوشنبه طرح را تصویب کرد. کارها در بهار آغاز می‌شود و دو سال طول می‌کشد.
ur کونسل نے پیر کے روز منصوبے کی منظوری دے دی۔ کام موسم بہار میں شروع ہو گا۔
he המועצה אישרה את התוכנית ביום שני. העבודות יתחילו באביב.
hi परिषद ने सोमवार को योजना को मंजूरी दी। काम वसंत में शुरू होगा और दो साल चलेगा।
mr परिषदेने सोमवारी योजनेला मंजुरी दिली आहे. हे काम वसंत ऋतूत सुरू होणार असून दोन वर्षे चालेल.
ne परिषद्ले सोमबार योजना स्वीकृत गरेको छ। काम वसन्तमा सुरु हुने मेयरले बताए।
bn পরিষদ সোমবার পরিকল্পনাটি অনুমোদন করেছে। কাজ বসন্তে শুরু হবে।
th สภาอนุมัติแผนเมื่อวันจันทร์ งานจะเริ่มในฤดูใบไม้ผลิ
id Dewan menyetujui rencana itu pada Senin. Pekerjaan bisa dimulai karena dana sudah ada.
id Wali kota mengatakan bahwa jembatan tersebut akan dibuka usai Lebaran.
ms Majlis meluluskan rancangan itu pada Isnin. Kerja boleh dimulakan kerana dana sudah ada.
ms Datuk Bandar berkata bahawa jambatan tersebut akan dibuka selepas hari raya.
vi Hội đồng đã thông qua kế hoạch vào thứ Hai. Công việc sẽ bắt đầu trong mùa xuân.
zh 市议会星期一通过了这项计划。工程将于春天开始，预计持续两年。
zh 市議會星期一通過了這項計劃。工程將於春天開始，預計持續兩年。
ja 市議会は月曜日に計画を承認した。工事は春に始まる。
ja 東京駅前で工事開始
ko 시의회는 월요일 계획을 승인했다. 공사는 봄에 시작된다.
sw Baraza lilipitisha mpango huo siku ya Jumatatu. Kazi itaanza katika majira ya kuchipua.
""".strip().splitlines()


@pytest.mark.parametrize("line", SENTENCES)
def test_names_the_language(line: str) -> None:
    code, sentence = line.split(" ", 1)
    assert detect(sentence) == code


@pytest.mark.parametrize("text", ["", " \n", "12.05.2025", "?!", "π", "Ann Lee", "Москва"])
def test_says_nothing_where_the_evidence_is_thin(text: str) -> None:
    assert detect(text) is None


def test_says_nothing_of_scripts_it_does_not_know() -> None:
    assert detect("ქალაქის საბჭომ ორშაბათს გეგმა დაამტკიცა.") is None


def test_says_nothing_of_languages_it_does_not_know() -> None:
    assert detect("Kaunseel talamaku vorune salipa tenadi mokura besano luperi. " * 8) is None


def test_interface_words_do_not_outweigh_prose() -> None:
    menu = "Home News Sign in Share on Facebook Subscribe to our newsletter Read more Follow us\n"
    german = "Der Rat hat am Montag für den Plan gestimmt, und die Arbeiten beginnen im Frühjahr.\n"
    assert detect(menu + german * 3) == "de"
    chinese = "市议会星期一通过了这项计划。工程将于春天开始，预计持续两年。\n"
    assert detect(menu + chinese * 3) == "zh"


def test_foreign_names_do_not_outweigh_prose() -> None:
    assert detect("Łukasz Żółć and Věra Dvořáková of São Paulo said it was over") == "en"


def test_decomposed_letters_are_the_same_letters() -> None:
    assert detect(normalize("NFD", "Hội đồng đã thông qua kế hoạch vào thứ Hai.")) == "vi"


def test_only_the_beginning_counts() -> None:
    assert detect("The work of the council is done. " * 100 + "и в не на " * 9999) == "en"


def test_marks_are_written_once() -> None:
    path = resources.files("articlekit.language") / "detect.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for marks in (*tables["words"].values(), *tables["letters"].values()):
        assert sorted(set(marks)) == sorted(marks)
        assert all(mark == mark.lower() for mark in marks)


SPANISH = (
    "El consejo votó el lunes por un muro que mantendrá el río fuera de la ciudad, y los vecinos "
    "dijeron que era tarde para los que viven en la parte baja, donde el agua ya llegó dos veces."
)


def test_what_a_page_states_gives_way_to_clear_evidence() -> None:
    assert detect(SPANISH, "en") == "es"
    assert detect(SPANISH, "es") == "es"


@pytest.mark.parametrize("text", ["El muro", "", "12 345", SPANISH[:40]])
def test_what_a_page_states_holds_where_little_speaks(text: str) -> None:
    assert detect(text, "en") == "en"


def test_languages_of_one_script_are_believed() -> None:
    assert detect("नगर परिषद", "ne") == "ne"
    assert detect("Градското съветниче", "bg") == "bg"


def test_a_text_in_another_script_is_not_what_the_page_states() -> None:
    assert detect("Η πόλη ψήφισε τη Δευτέρα για ένα τείχος", "en") == "el"
