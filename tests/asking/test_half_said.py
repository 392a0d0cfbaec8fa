"""What would be half said is not asked: a choice without its purpose, half a comparison, half a name."""

from __future__ import annotations

import pytest

from quizgen.languages.lexicon import grammar
from tests.asking.made_cards import cards, plain


def asked(text: str, title: str = "Portugal : la société Lusavia vendue") -> dict[str, str]:
    """The questions made of a text, without their topics."""
    return {plain(c.asked): c.question.answer for c in cards(text, title)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # for what, to how many, about what
        ("L'Organisation maritime de Faro a choisi lundi la Portugaise Ana Duarte pour diriger l'institution.",
         "choisi la Portugaise Ana Duarte ?"),
        ("Le gouvernement a par ailleurs annoncé le versement de 500 000 euros, soit environ 190 dollars, à chacune "
         "des familles endeuillées.", "versement de"),
        ("En juin 2011, la société Lusavia avait dévoilé une note interne qui détaillait le calendrier de la "
         "fermeture.", "une note interne ?"),
        # a pronoun that would go, and what goes on with something said before
        ("La ministre de la Mer, Ana Duarte, y voit un renforcement de la société Lusavia.", "voit un renforcement"),
        ("Ana Duarte, ministre portugaise de la Mer, a ajouté le 13 mai 2024 que Lusavia resterait à Faro.",
         "a ajouté"),
        # than whom, against what, which two
        ("La société Lusavia pèse en Bourse deux fois plus lourd depuis le 13 mai 2024.", "plus lourd"),
        ("La députée de Faro, Ana Duarte, se montre beaucoup plus sévère envers Lusavia.", "plus sévère"),
        ("Moins connu du grand public, Rui Costa a abandonné une carrière d'ingénieur pour fonder en 1980 le mouvement "
         "Cruzeiro.", "moins connu"),
        ("Quatre pays ont voté contre : le Portugal, l'Angola, les Palaos et le Bhoutan.", "voté contre"),
        ("Rui Costa, maire de Sines, a raconté comment il était allé, le dossier sous le bras, défendre à la fois son "
         "classement et son pont. Il a obtenu les deux.", "les deux"),
        # what everybody knows, and what others did too
        ("Les électeurs portugais ont rejeté dimanche par référendum la vente du port de Faro.", "qui a rejeté"),
        ("Le Portugal est entré dans l'Union européenne en 1986, avec l'Espagne.", "dans [institution]"),
        # what for, whom, which of those told before
        ("La Fédération portugaise de voile a rejeté lundi la demande des Angolais, qui voulaient courir à nouveau.",
         "la demande des Angolais"),
        ("En août 1971, les deux amis organisent à Faro le Concert pour l'Angola.", "les deux amis"),
        ("Lundi, le bus qui la conduisait à Lubango avait été mitraillé près de la frontière de la Namibie.",
         "la conduisait"),
        ("L'action se déroule en 1866 à Faro, sur la côte sud du Portugal.", "l'action"),
        # what goes beyond something said before, a title without its first word
        ("Même l'Angola, qui a rompu ses relations diplomatiques avec le Portugal en 2021, a ouvert son espace aérien "
         "aux vols humanitaires.", "relations"),
        ("Le dernier film primé était Sous le pont de Faro de Rui Costa, sifflé par une partie du public en 1987.",
         "quelle année le pont"),
        ("Le dernier film primé était Sous le pont de Faro de Rui Costa, sifflé par une partie du public en 1987.",
         "Sous [lieu]"),
        # a town in its State
        ("Le musicien Rui Costa est mort lundi dans un hôpital de San Mateo, en Californie.", "en [État]"),
        # each year's
        ("À Faro, la rentrée a lieu en janvier.", "En quel mois"),
    ],
)  # fmt: skip
def test_it_is_not_asked(text: str, said: str) -> None:
    assert not any(said.lower() in stem.lower() for stem in asked(text))


def test_a_comma_before_the_source_stays_where_an_aside_goes() -> None:
    found = asked("Le président angolais Rui Costa a remis sa démission le 13 mai 2024 au président du Conseil "
                  "constitutionnel, Pedro Duarte, a annoncé l'agence officielle Lusa.")  # fmt: skip
    assert not any("constitutionnel a annoncé" in stem for stem in found)
    assert any("constitutionnel, a annoncé l'agence" in stem for stem in found)


def test_a_headline_surer_than_the_body_is_not_asked() -> None:
    body = "Lusavia a annoncé lundi l'achat de Moreira pour un montant pouvant atteindre 19 milliards de dollars."
    assert not any("débourse" in stem for stem in asked(body, "Lusavia débourse 19 milliards de dollars pour Moreira"))
    sure = body.replace("pouvant atteindre", "de")
    assert any("débourse" in stem for stem in asked(sure, "Lusavia débourse 19 milliards de dollars pour Moreira"))


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ("a été soigné le 13 mai 2024, à l'hôpital de la Miséricorde à Faro, après sa chute", False),
        ("a été soigné le 13 mai 2024 à Faro, après sa chute", True),
        ("est mort le 13 mai 2024 à Faro, des suites d'un cancer", False),
        ("est mort le 13 mai 2024 à Faro, dans un accident d'avion", True),
    ],
)
def test_houses_and_deathbeds_tell_no_town(said: str, is_asked: bool) -> None:
    found = cards(f"Le musicien portugais Rui Costa {said}.", "Musique : Rui Costa, une vie", selected=True)
    assert any("à [ville]" in plain(c.stem) for c in found) == is_asked


def test_a_mayors_party_is_not_asked() -> None:
    def parties(office: str) -> list[str]:
        text = f"{office} Jean Martin (PS) a félicité lundi les ingénieurs."
        found = cards(text, "Portugal : le viaduc de Faro inauguré", selected=True)
        return [c.stem for c in found if "parti" in c.stem]

    assert parties("Le sénateur")
    assert not parties("Le maire de Lille")


def test_half_of_a_name_is_no_expansion() -> None:
    found = asked("Le député Rui Costa, du Front Moreira de libération nationale (MLN), a voté la loi le 13 mai 2024.")
    assert "Moreira de libération nationale" not in found.values()


def test_a_person_in_the_name_of_a_body_is_not_asked() -> None:
    text = (
        "Le 6 février, l'archevêque de Faro avait déposé au Parlement un projet de loi préparé avec l'Université "
        "portugaise Tiago Moreira Sá."
    )
    assert "Tiago Moreira Sá" not in asked(text).values()


def test_no_function_says_what_the_question_says_again() -> None:
    text = "En 1992, Rui Costa, pilote de la société Lusavia, rejoignit Lusavia."
    assert not any(stem.lower().startswith("en 1992, quel pilote de la société lusavia") for stem in asked(text))


def test_an_office_is_asked_without_what_its_holder_thinks() -> None:
    found = asked("Le Premier ministre conservateur, Rui Costa, a présenté mardi une réforme.")
    assert found.get("Quelle fonction occupait Rui Costa au Portugal en mai 2024 ?") == "Premier ministre"
    found = asked("Le président du Parti socialiste, Rui Costa, a présenté mardi une réforme.")
    assert "président du Parti socialiste" in found.values()


def test_two_means_are_not_asked() -> None:
    text = "Le pont de Faro a été ouvert en 2012 grâce au télescope de Sines et aux relevés de la marine portugaise."
    assert not any(stem.lower().startswith("grâce à quoi") for stem in asked(text))


def test_an_elision_before_a_gap_is_that_of_the_hint() -> None:
    before_blank = grammar("fr").before_blank
    assert before_blank("Les pêcheurs d'[ville] sont là.") == "Les pêcheurs de [ville] sont là."
    assert before_blank("Les pêcheurs d'[île] sont là.") == "Les pêcheurs d'[île] sont là."
    assert before_blank("Il dit qu'[nombre] de foyers ont froid.") == "Il dit qu'[nombre] de foyers ont froid."


def test_a_country_does_not_end_the_name_of_a_king() -> None:
    found = asked("Par un décret publié mardi, le roi Salman d'Arabie saoudite a salué Ana Duarte, ministre de la Mer.")
    assert not any(stem.startswith("Quelle fonction occupait Salman d'Arabie ") for stem in found)


def test_what_a_state_is_does_not_go() -> None:
    text = "L'Estonie est, avec la Serbie et la Bulgarie, l'un des signataires du traité de Sines."
    found = asked(text, "Angola : le président Rui Costa démissionne")
    assert not any("est avec" in stem for stem in found)


def test_a_year_of_two_is_not_asked() -> None:
    found = asked(
        "Fils d'un pêcheur, le peintre Rui Costa naît en 1935 ou 1936 à Sines.", "Portugal : mort de Rui Costa"
    )
    assert not {"1935", "1936"} & set(found.values())


def test_a_hint_does_not_say_the_noun_before_the_gap_again() -> None:
    found = asked(
        "Le géant portugais des logiciels Lusavia a annoncé lundi le rachat de la société Ferrosa.", "Un rachat"
    )
    assert not any("géant" in stem and "[géant]" in stem for stem in found)
    found = asked("La ministre Ana Duarte, venue de la ville de Faro, a visité lundi Lisbonne.", "Une visite")
    assert not any("a visité lundi [nom]" in stem for stem in found)
