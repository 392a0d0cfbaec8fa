"""Whole stems, as a learner reads them."""

from __future__ import annotations

import pytest

from tests.asking.made_cards import cards, stems


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        ("Le Premier ministre Duarte Nunes a présenté mardi une réforme des retraites.",
         "Quelle fonction occupait Duarte Nunes au Portugal en mai 2024 ?", "Premier ministre"),
        ("La ministre de la Santé, Ana Reis, a présenté mardi une réforme des hôpitaux.",
         "Qui était ministre de la Santé au Portugal en mai 2024 ?", "Ana Reis"),
        ("« La mer a repris ce que les hommes avaient volé aux marais », a déclaré la romancière Ana Reis.",
         "Une grève paralyse les ports (Portugal, mai 2024) : quelle romancière a déclaré : « La mer a repris ce que "
         "les hommes avaient volé aux marais » ?", "Ana Reis"),
        ("Le gouvernement a supprimé l'ISF (impôt de solidarité sur la fortune) en 2018.",
         "Portugal, mai 2024 : que signifie le sigle ISF ?", "impôt de solidarité sur la fortune"),
        ("Le chef du gouvernement portugais est arrivé. Le Premier ministre Duarte Nunes l'accompagne.",
         "Qui était Premier ministre du Portugal en mai 2024 ?", "Duarte Nunes"),
        ("La présidente de la Banque de Sines Claire Fontaine a fermé trois agences au Portugal le 10 mai 2024.",
         "Qui, alors présidente de la Banque de Sines, a fermé trois agences au Portugal le 10 mai 2024 ?",
         "Claire Fontaine"),
        ("Le protocole de Lagos, adopté en 1997 et entré en vigueur en 2005, impose des règles à vingt États.",
         "En quelle année le protocole de Lagos a-t-il été adopté ?", "1997"),
        ("Le roi Felipe VI a quitté Lisbonne. Le Roi d'Espagne Felipe VI a salué la foule.",
         "Quelle fonction occupait Felipe VI en mai 2024 ?", "roi d'Espagne"),
        ("La société minière Marenko a ouvert une usine à Porto le 10 mai 2024.",
         "Quelle société minière a ouvert une usine à Porto le 10 mai 2024 ?", "Marenko"),
    ],
)  # fmt: skip
def test_a_stem(text: str, stem: str, answer: str) -> None:
    assert stems(text).get(stem) == answer


def test_an_office_before_the_verb_is_of_the_headlines_state() -> None:
    text = "Le ministre de la Défense, Duarte Nunes, a interrompu une visite en Moldavie."
    stem = "Quelle fonction occupait Duarte Nunes au Portugal en mai 2024 ?"
    assert stems(text).get(stem) == "ministre de la Défense"


@pytest.mark.parametrize(
    "text",
    [
        # of which state, where the sentence names another before the function
        "À Madrid, le Premier ministre Duarte Nunes a salué la foule avec Juan Ortega.",
        # whom the article calls another state's elsewhere
        "Le roi Duarte Nunes a quitté Lisbonne. Le roi d'Espagne Duarte Nunes a salué la foule.",
        # abroad: a minister of another state may be meant
        "Le ministre de la Défense Duarte Nunes a quitté le port. La France a envoyé deux navires.",
    ],
)
def test_an_office_is_not_given_to_the_wrong_state(text: str) -> None:
    assert not [stem for stem in stems(text) if "Duarte Nunes au Portugal" in stem]


@pytest.mark.parametrize(
    ("title", "text", "where"),
    [
        ("Portugal : une grève paralyse les ports",
         "En Norvège, la ministre de la Défense, Ana Reis, a salué l'accord.", "en Norvège"),
        ("Un accord sur les ports", "À Oslo, la ministre de la Défense, Ana Reis, a salué l'accord.", "en Norvège"),
        ("Retraites : une journée de grève",
         "Le Parlement portugais a siégé à Lisbonne. À Porto, les syndicats portugais ont défilé. La ministre du "
         "Travail, Ana Reis, les a reçus.", "au Portugal"),
        ("Québec : un couvre-feu", "La ministre de la Santé, Ana Reis, a annoncé la mesure mardi.", "au Québec"),
        ("Le Portugal ferme ses ports", "La ministre des Transports, Ana Reis, a annoncé la mesure mardi.",
         "au Portugal"),
    ],
)  # fmt: skip
def test_the_state_of_an_office_is_told_by_what_is_around_it(title: str, text: str, where: str) -> None:
    assert f"Quelle fonction occupait Ana Reis {where} en mai 2024 ?" in stems(text, title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # another state acts in the headline
        ("Mali : la France engage ses soldats", "La ministre de la Défense, Ana Reis, a annoncé la mesure mardi."),
        # a court has a president too
        ("Retraites : une journée de grève",
         "Le Parlement portugais a siégé à Lisbonne. À Porto, les syndicats portugais ont défilé. La présidente, "
         "Ana Reis, les a reçus."),
        # who speaks there may be on a visit
        ("Portugal : une grève paralyse les ports", "À Madrid, la ministre de la Santé Ana Reis a vu Juan Ortega."),
    ],
)  # fmt: skip
def test_no_state_is_guessed(title: str, text: str) -> None:
    places = (" au Mali", " en France", " au Portugal", " en Espagne")
    assert not [stem for stem in stems(text, title) if "Ana Reis" in stem and any(place in stem for place in places)]


def test_a_day_behind_a_distant_year_is_of_then() -> None:
    text = "Ana Reis fonda un journal à Porto en 1992. Le 3 septembre, Ana Reis débattait à Lisbonne avec Rui Costa."
    assert not [stem for stem, answer in stems(text).items() if "2023" in stem + answer]


def test_a_possessive_tells_no_office() -> None:
    assert not [
        answer
        for answer in stems("Le syndicat a envoyé Ana Reis, son avocate à Porto.").values()
        if "avocate" in answer
    ]


def test_a_question_that_says_the_headline_has_the_place_and_month_before_it_alone() -> None:
    made = stems("Une longue grève paralyse les ports de Sines et de Setúbal depuis le 3 mai.")
    assert not [stem for stem in made if stem.startswith("Une grève paralyse les ports (")]


def test_no_elision_tells_how_a_number_begins() -> None:
    found = stems("Une équipe de Porto a annoncé le 10 mai 2024 l'achat de onze tonnes de sardines.")
    assert any("l'achat de [" in stem for stem in found)
    assert not any("d'[" in stem for stem in found)


def test_a_hedge_that_elides_stands_before_the_gap() -> None:
    found = stems("Une équipe de Porto a annoncé le 10 mai 2024 l'achat d'environ six tonnes de sardines.")
    assert any("l'achat d'environ [" in stem for stem in found)
    assert not any("de [" in stem for stem in found)


def test_a_count_that_goes_on_is_not_cut_in_two() -> None:
    found = stems("Le 10 mai 2024, Rui Costa a été condamné à trois ans de prison dont un ferme à Porto.")
    assert found
    assert not any("[durée]" in stem for stem in found)


def test_all_of_somebodys_things_are_not_counted() -> None:
    found = stems("La Banque de Sines a relevé le 10 mai 2024 ses trois taux au Portugal.")
    assert "trois" not in found.values()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Le ministre portugais des Finances, Luis Prado, négocie. Luis Prado a démissionné mardi.", False),
        ("Le ministre portugais des Finances, Luis Prado, négocie. Jean Tavares remplace Luis Prado.", False),
        ("Le ministre portugais des Finances, Luis Prado, négocie. Luis Prado a remplacé la taxe.", True),
        ("Le ministre portugais des Finances, Luis Prado, aura fini par être renversé mardi.", False),
        ("Le ministre portugais des Finances, Luis Prado, prépare un budget à Porto.", True),
        ("Le ministre portugais des Finances, Luis Prado, a obtenu la démission du conseiller de Tavares.", True),
        ("Le ministre portugais des Finances, Luis Prado, négocie. Luis Prado avait démissionné en 2011.", True),
    ],
)
def test_a_month_with_two_holders_of_an_office_is_not_asked(text: str, asked: bool) -> None:
    kept = cards(text, "Portugal : les impôts augmentent", selected=True)
    roles = {candidate.question.answer for candidate in kept if candidate.question.kind == "role"}
    assert ("Luis Prado" in roles) is asked


def test_what_stands_behind_a_colon_and_is_cut_is_not_asked() -> None:
    text = "La joueuse portugaise Ana Reis avait perdu sa place à Porto en 2018: écartée par Oslo, elle quitta le club."
    found = stems(text)
    assert found
    assert not any("écartée" in stem for stem in found)


def test_of_two_offices_of_one_month_none_is_asked() -> None:
    text = "La présidente du Parlement portugais, Ana Reis, a prêté serment comme cheffe de l'État."
    kept = cards(text, "Portugal : les impôts augmentent", selected=True)
    assert "role" not in {candidate.question.kind for candidate in kept}


def test_a_day_is_nobodys_word() -> None:
    found = stems("Le cinéaste portugais Rui Costa est mort samedi à Porto, a annoncé dimanche son fils, Jean Costa.")
    assert not any(stem.lower().startswith("selon le") for stem in found)


def test_what_somebody_announced_for_later_is_not_asked() -> None:
    found = stems("La compagnie Lusavia a annoncé mardi 14 mai qu'elle cessera ses vols entre Porto et Madrid.")
    assert not any("cessera" in stem for stem in found)
    assert any("a cessé" in stem for stem in stems("La compagnie Lusavia a cessé mardi 14 mai ses vols vers Madrid."))


def test_a_text_is_no_organisation() -> None:
    found = stems("L'Initiative Douro Vivo a été signée le 10 mai 2024 à Porto par dix communes du Portugal.")
    assert not any("rganisation" in stem for stem in found)


def test_a_description_is_not_lost() -> None:
    text = "L'ancien président Rui Costa a été condamné le 10 mai 2024 à deux ans de prison à Porto au Portugal."
    assert not any("qui a été condamné" in stem.lower() for stem in stems(text))
    assert "Rui Costa" in stems(text).values()


@pytest.mark.parametrize(
    "text",
    [
        # joined to what the tree has parted from it
        "Le Portugal a recensé mardi 14 mai plus de 900 nouveaux malades de la rougeole et 47 morts supplémentaires.",
        # appointed, and not to what
        "Rui Costa, qui dirige la Banque de Sines, a été désigné le 10 mai 2024 par le Parlement portugais.",
        # the second day is of what was cut
        "Rui Costa a présidé vendredi, à Porto, le 25e conseil des ports, le premier depuis son arrivée, le 6 mai.",
    ],
)
def test_no_half_of_a_statement_is_asked(text: str) -> None:
    assert not [stem for stem in stems(text) if "47" in stem or "désigné" in stem or "ports le 6 mai" in stem]


def test_a_ship_is_nobody() -> None:
    found = stems("Deux jours après l'incendie du ferry portugais Norman Costa, les recherches se poursuivent à Porto.")
    assert not any("[personne]" in stem for stem in found)


def test_a_date_does_not_point() -> None:
    found = stems("La compagnie Lusavia a été vendue ce lundi 13 mai 2024 à Porto par le gouvernement portugais.")
    assert any("lundi 13 mai 2024" in stem for stem in found)
    assert not any("ce lundi" in stem.lower() for stem in found)


def test_what_stands_between_two_commas_takes_both_with_it() -> None:
    found = stems(
        "Le juge de Porto a condamné le 10 mai 2024 l'ancien chef des douanes, Rui Costa, à six ans de prison."
    )
    assert not any("douanes, à" in stem for stem in found)


def test_the_same_words_are_asked_once() -> None:
    text = (
        "Le ministre portugais de la Mer, Rui Costa, a affirmé mardi que « les pilotes ont choisi la pire des semaines "
        "pour bloquer les ports du pays »."
    )
    kept = cards(text, "Portugal : une grève paralyse les ports", selected=True)
    assert sum("la pire des semaines" in candidate.stem for candidate in kept) == 1


def test_the_head_of_a_state_is_not_given_away_by_the_office() -> None:
    said = "« Le Portugal attend nos navires »"
    found = stems(f"{said}, a déclaré mardi le président mexicain Rui Costa. Le président mexicain Rui Costa a parlé.")
    assert f"Mai 2024 : qui a déclaré : {said} ?" in found
    assert not any(stem.startswith("Quel président mexicain a déclaré") for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # many hold such an office
        ("Rui Costa, secrétaire d'État, a présenté mardi une réforme des retraites.",
         ("Rui Costa", "secrétaire d'État")),
        # the subject of the verb is nobody's apposition
        ("Devant un parterre d'élus, où le maire (PS), Rui Costa, avait pris place aux côtés de la ministre de la "
         "culture, Ana Duarte, le chef de l'Etat a vu dans l'édifice le signe que la mer unissait les rives.",
         ("Ana Duarte", "chef de l'Etat")),
    ],
)  # fmt: skip
def test_an_office_is_not_asked_of(text: str, wrong: tuple[str, str]) -> None:
    name, office = wrong
    assert not any(name in stem and answer == office for stem, answer in stems(text, selected=True).items())


def test_a_surname_behind_a_surname_is_part_of_the_name() -> None:
    found = stems("Le président de la République, Tiago Moreira de Sousa, est arrivé mardi à Faro.")
    assert "Tiago Moreira de Sousa" in found.values()
    found = stems("La présidente de Lusavia, Ana Duarte de Faro, est arrivée mardi.")
    assert "Ana Duarte de Faro" not in found.values()


def test_the_year_of_what_the_subject_tells_is_not_that_of_the_verb() -> None:
    text = "L'ouverture du port de Leixões, en 1920, a conduit les armateurs portugais à coopérer davantage."
    assert not any("en quelle année" in stem.lower() for stem in stems(text))


def test_an_amount_in_other_words_goes() -> None:
    text = (
        "Plus de 6 000 personnes originaires des Comores vivent en Angola, soit quatre fois plus que dans l'archipel."
    )
    found = stems(text, "Comores : la mer monte")
    assert any("vivent en Angola ?" in stem for stem in found)
    assert not any("Angola soit" in stem for stem in found)


def test_a_party_is_asked_of_somebody_told() -> None:
    found = stems("Le maire (PS) de Sines, Rui Costa, avait mené la fronde.")
    assert "À quel parti appartenait le maire de Sines Rui Costa en mai 2024 ?" in found


def test_what_goes_before_a_verb_takes_both_its_commas() -> None:
    text = (
        "Ana Duarte, ministre de la Mer, a annoncé le 14 mai 2024 que les barrages de Sines et de Leixões, dans le "
        "Nord-Ouest, seraient détruits."
    )
    assert not any("Leixões, seraient" in stem for stem in stems(text))


def test_a_phrase_right_behind_an_indefinite_object_does_not_go() -> None:
    text = "Le Front de la mer, Rui Costa en tête, avait dénoncé une menace pour l'unité de la République."
    found = stems(text, "Açores : la mer monte")
    assert not any("une menace ?" in stem or "une menace." in stem for stem in found)


def test_a_pronoun_goes_on_with_the_one_before_it() -> None:
    text = (
        "Né à Faro, le peintre Rui Costa grandit sur les quais. Il étudie ensuite la gravure à Gand, dans l'atelier de "
        "Marc Duarte. « La mer est la seule fenêtre de ma ville », aimait-il à répéter."
    )
    found = stems(text, "Portugal : Rui Costa, l'aîné des peintres")
    assert not any(answer == "Marc Duarte" for stem, answer in found.items() if "seule fenêtre" in stem)


def test_a_statement_in_words_that_compare_with_nothing_is_not_asked() -> None:
    text = (
        "Le 24 avril 2024, la Haute Cour de Faro avait refusé d'abroger des textes comparables, au grand regret d'Ana "
        "Duarte."
    )
    assert not any("comparables" in stem for stem in stems(text))
