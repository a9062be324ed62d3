using OpenUpr.Drafting.Studio;

namespace OpenUpr.Tests.Drafting;

/// <summary>A good document of each kind in each language of submissions, about fictional States.</summary>
internal static class GoodSource
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "es"];

    private static readonly Dictionary<string, Dictionary<string, string>> s_words = new()
    {
        ["en"] = new()
        {
            ["title"] = "Detention and fair trial in Tovell", ["kind"] = "Submission for the Universal Periodic Review of Tovell", ["contact"] = "Contact: office@tovell-rights.example",
            ["by"] = "Submitted by", ["forum"] = "Tovell Rights Forum (TRF)", ["network"] = "Network of Women of Tovell (NWT)", ["founded"] = "Founded in 2009, works on detention and the right to a fair trial",
            ["summary"] = "Executive summary", ["short"] = "The police of Tovell hold people for longer than the law allows, and the registers of most stations are not kept as the Act of 2023 asks.",
            ["about"] = "About us", ["who"] = "The Tovell Rights Forum was founded in 2009. It works on detention and visits police stations in all provinces of the country; what is said here was seen on those visits.",
            ["status"] = "The Forum is a non-governmental organization in special consultative status.",
            ["past"] = "Follow-up to the previous review", ["progress"] = "In the previous cycle Tovell supported recommendation 12.4 of the report of the Working Group, and progress was made: the Act of 2023 limits the time for which a person is held by the police.",
            ["issue"] = "Detention by the police", ["facts"] = "In practice the limit is not kept in the north. In 2025 our monitors saw the registers of nine stations^[CAT/C/TOV/CO/3, para. 12.], and in **six** of them people were held for longer than the [Act](https://laws.tovell.example/2023) allows.",
            ["trial"] = "Fair trial", ["courts"] = "The courts of the provinces have no lawyers on duty at night, so that most people who are brought before a judge in the first hours have nobody to speak for them.",
            ["table"] = "| Year | Stations seen | Limit kept |\n|---|---|---|\n| 2024 | 7 | 2 |\n| 2025 | 9 | 3 |",
            ["quote"] = "> The register is kept in the evening, from memory, by the officer on duty, and nobody from the court has ever asked to see it in all the years of my service here.",
            ["recs"] = "Recommendations", ["ask"] = "R: Ratify the Optional Protocol to the Convention against Torture before the next review.\nR: Amend the Criminal Procedure Code by the end of 2027 so that the police must keep a register of every arrest.",
            ["questions"] = "Questions", ["question"] = "Q: How many of the stations were visited in 2025, and what has the Government of Tovell done where the limits of the Act of 2023 were not kept?",
            ["own"] = "Our submission to the review says more of this in its paragraph 4, and the summary of stakeholders' information takes it up.",
            ["annex"] = "Annex: what the monitors saw", ["list"] = "- nine stations in the north\n- registers of two years",
            ["statement"] = "The Forum takes the floor on the outcome of the Universal Periodic Review of Tovell. The report of the Working Group holds 140 recommendations, of which the State has supported 96.",
            ["call"] = "Tovell has supported recommendation 12.4 and told the Working Group that the law was being changed. It has not been changed. We call on the State to implement it within the year.",
        },
        ["fr"] = new()
        {
            ["title"] = "Détention et procès équitable au Tovell", ["kind"] = "Contribution à l’Examen périodique universel du Tovell", ["contact"] = "Contact : bureau@tovell-droits.example",
            ["by"] = "Présentée par", ["forum"] = "Ligue des droits du Tovell (LDT)", ["network"] = "Réseau des femmes du Tovell (RFT)", ["founded"] = "Fondée en 2009, travaille sur la détention et le procès équitable",
            ["summary"] = "Résumé", ["short"] = "La police du Tovell retient des personnes plus longtemps que la loi ne le permet, et les registres de la plupart des postes ne sont pas tenus comme la loi de 2023 le demande.",
            ["about"] = "Qui sommes-nous", ["who"] = "La Ligue des droits du Tovell est une organisation fondée en 2009. Elle travaille sur la détention et se rend dans les postes de police de toutes les provinces du pays ; ce qui est dit ici a été vu lors de ces visites.",
            ["status"] = "La Ligue est une organisation non gouvernementale dotée du statut consultatif spécial.",
            ["past"] = "Suivi de l’examen précédent", ["progress"] = "Lors du cycle précédent, le Tovell a accepté la recommandation 12.4 du rapport du Groupe de travail, et des progrès ont été faits : la loi de 2023 limite la durée de la garde par la police dans tout le pays.",
            ["issue"] = "Garde à vue", ["facts"] = "Dans la pratique, la limite n’est pas respectée dans le nord. En 2025, nos équipes ont vu les registres de neuf postes^[CAT/C/TOV/CO/3, par. 12.], et dans **six** d’entre eux des personnes étaient retenues plus longtemps que la [loi](https://laws.tovell.example/2023) ne le permet.",
            ["trial"] = "Procès équitable", ["courts"] = "Les tribunaux des provinces n’ont pas d’avocats de permanence la nuit, de sorte que la plupart des personnes qui sont présentées à un juge dans les premières heures n’ont personne pour parler en leur nom.",
            ["table"] = "| Année | Postes vus | Limite respectée |\n|---|---|---|\n| 2024 | 7 | 2 |\n| 2025 | 9 | 3 |",
            ["quote"] = "> Le registre est tenu le soir, de mémoire, par l’agent de service, et personne du tribunal n’a jamais demandé à le voir pendant toutes les années de mon service dans ce poste.",
            ["recs"] = "Recommandations", ["ask"] = "R: Ratifier le Protocole facultatif à la Convention contre la torture avant le prochain examen.\nR: Modifier le Code de procédure pénale avant la fin de 2027 pour que la police tienne un registre de chaque arrestation.",
            ["questions"] = "Questions", ["question"] = "Q: Combien de postes ont été visités en 2025, et qu’a fait le Gouvernement du Tovell dans les postes où les limites de la loi de 2023 ne sont pas respectées ?",
            ["own"] = "Notre contribution à l’examen en dit plus dans son paragraphe 4, et le résumé des communications des parties prenantes la reprend.",
            ["annex"] = "Annexe : ce que les équipes ont vu", ["list"] = "- neuf postes dans le nord\n- les registres de deux années",
            ["statement"] = "La Ligue prend la parole sur le document final de l’Examen périodique universel du Tovell. Le rapport du Groupe de travail contient 140 recommandations, dont 96 ont été acceptées par l’État.",
            ["call"] = "Le Tovell a accepté la recommandation 12.4 et a dit au Groupe de travail que la loi était en cours de modification. Elle n’a pas été modifiée. La Ligue appelle l’État à la mettre en œuvre dans l’année. La mise en œuvre de la recommandation ne peut attendre.",
        },
        ["es"] = new()
        {
            ["title"] = "Detención y juicio justo en Tovell", ["kind"] = "Comunicación para el Examen Periódico Universal de Tovell", ["contact"] = "Contacto: oficina@tovell-derechos.example",
            ["by"] = "Presentada por", ["forum"] = "Foro de Derechos de Tovell (FDT)", ["network"] = "Red de Mujeres de Tovell (RMT)", ["founded"] = "Fundada en 2009, trabaja sobre la detención y el juicio justo",
            ["summary"] = "Resumen", ["short"] = "La policía de Tovell retiene a las personas por más tiempo del que permite la ley, y los registros de la mayoría de los puestos no se llevan como lo pide la ley de 2023.",
            ["about"] = "Quiénes somos", ["who"] = "El Foro de Derechos de Tovell es una organización fundada en 2009. Trabaja sobre la detención y visita los puestos de policía de todas las provincias del país; lo que se dice aquí se vio en esas visitas.",
            ["status"] = "El Foro es una organización no gubernamental reconocida como entidad consultiva especial.",
            ["past"] = "Seguimiento del examen anterior", ["progress"] = "En el ciclo anterior Tovell aceptó la recomendación 12.4 del informe del Grupo de Trabajo, y se lograron avances: la ley de 2023 limita el tiempo de la detención por la policía en todo el país.",
            ["issue"] = "Detención policial", ["facts"] = "En la práctica el límite no se respeta en el norte. En 2025 nuestros equipos vieron los registros de nueve puestos^[CAT/C/TOV/CO/3, párr. 12.], y en **seis** de ellos había personas retenidas por más tiempo del que permite la [ley](https://laws.tovell.example/2023).",
            ["trial"] = "Juicio justo", ["courts"] = "Los tribunales de las provincias no tienen abogados de turno por la noche, de modo que la mayoría de las personas que son llevadas ante un juez en las primeras horas no tienen a nadie que hable por ellas.",
            ["table"] = "| Año | Puestos vistos | Límite respetado |\n|---|---|---|\n| 2024 | 7 | 2 |\n| 2025 | 9 | 3 |",
            ["quote"] = "> El registro se lleva por la noche, de memoria, por el agente de servicio, y nadie del tribunal ha pedido nunca verlo en todos los años de mi servicio en este puesto de la policía.",
            ["recs"] = "Recomendaciones", ["ask"] = "R: Ratificar el Protocolo Facultativo de la Convención contra la Tortura antes del próximo examen.\nR: Modificar el Código de Procedimiento Penal antes del fin de 2027 para que la policía lleve un registro de cada arresto.",
            ["questions"] = "Preguntas", ["question"] = "Q: ¿Cuántos de los puestos se visitaron en 2025, y qué ha hecho el Gobierno de Tovell en los puestos donde no se respetan los límites de la ley de 2023?",
            ["own"] = "Nuestra contribución al examen dice más en su párrafo 4, y el resumen de las comunicaciones de las partes interesadas lo recoge.",
            ["annex"] = "Anexo: lo que vieron los equipos", ["list"] = "- nueve puestos en el norte\n- los registros de dos años",
            ["statement"] = "El Foro toma la palabra sobre el documento final del Examen Periódico Universal de Tovell. El informe del Grupo de Trabajo contiene 140 recomendaciones, de las que el Estado ha aceptado 96.",
            ["call"] = "Tovell ha aceptado la recomendación 12.4 y ha dicho al Grupo de Trabajo que la ley se estaba cambiando. No se ha cambiado. El Foro pide al Estado que la lleve a la práctica y aplicar sin demora lo que aceptó en este año.",
        },
    };

    public static StudioSource Of(string kind, string language)
    {
        var w = s_words[language];
        SourceSection[] sections = kind switch
        {
            StudioKinds.SubmissionIndividual or StudioKinds.SubmissionJoint =>
            [
                Section(SectionSlots.Summary, 1, "summary", "short"), Section(SectionSlots.About, 1, "about", "who"), Section(SectionSlots.FollowUp, 1, "past", "progress"),
                Section(SectionSlots.Issue, 1, "issue", "facts", "table", "quote"), Section(SectionSlots.Remaining, 2, "recs", "ask"),
                Section(SectionSlots.Issue, 1, "trial", "courts"), Section(SectionSlots.Remaining, 2, "recs", "ask"), Section(SectionSlots.Annex, 1, "annex", "list"),
            ],
            StudioKinds.Factsheet or StudioKinds.AdvocacyPaper or StudioKinds.PreSessionStatement =>
                [Section(SectionSlots.PastReviews, 1, "issue", "progress", "facts", "own"), Section(SectionSlots.Questions, 1, "questions", "question"), Section(SectionSlots.Recommendations, 1, "recs", "ask"), Section(SectionSlots.About, 1, "about", "who")],
            StudioKinds.AdvanceQuestion => [new SourceSection(SectionSlots.Questions, "", 1, w["question"])],
            StudioKinds.OralStatement or StudioKinds.VideoStatement or StudioKinds.Item6Statement => [new SourceSection(SectionSlots.Opening, "", 1, $"{w["statement"]}\n\n{w["call"]}")],
            _ => [new SourceSection(SectionSlots.Opening, "", 1, $"{w["status"]}\n\n{w["progress"]}\n\n{w["courts"]}")],
        };
        var submitters = new List<ComposedSubmitter> { new(w["forum"], [w["founded"], "www.tovell-rights.example"]) };
        if (kind == StudioKinds.SubmissionJoint)
        {
            submitters.Add(new ComposedSubmitter(w["network"], []));
        }

        var cover = kind is StudioKinds.SubmissionIndividual or StudioKinds.SubmissionJoint ? new ComposedCover([w["kind"], w["contact"]], w["by"], submitters, RandomSource.Logo, w["forum"]) : null;
        return new StudioSource(kind, language, w["title"], cover, sections);

        SourceSection Section(string slot, int level, string heading, params string[] texts) => new(slot, w[heading], level, string.Join("\n\n", texts.Select(t => w[t])));
    }
}
