using System.Text;

namespace OpenUpr.Tests.App.Sheets;

/// <summary>An action that a sheet holds.</summary>
/// <param name="Numbers">Recommendations that it serves.</param>
internal sealed record Held(string Text, string? Ministry, string? From, string? To, string State, params string[] Numbers);

/// <summary>A sheet of somebody's own matrix, made for the test, about the fictional State of the demonstration.</summary>
/// <param name="Odd">What is odd about it.</param>
/// <param name="Filled">Cells that hold anything, counted by whoever made it.</param>
/// <param name="Choices">What a person changes of what is suggested: field of the form and value.</param>
internal sealed record Sample(string Name, string Odd, string File, byte[] Content, int Filled, Held[] Holds, params (string Field, string Value)[] Choices);

/// <summary>Twenty sheets, each of another shape.</summary>
internal static partial class Samples
{
    private static readonly Encoding s_western = Western();

    public static IReadOnlyList<Sample> All { get; } =
    [
        Plain(), Titled(), MergedDown(), TwoRows(), French(), Spanish(), TwoLanguages(), ManyDates(), Ambiguous(), TwoTables(), ManySheets(), Sums(), HiddenColumn(), Formulas(), LineBreaks(), Arabic(), NoActions(), Sections(), OwnWords(), Gaps(),
    ];

    /// <summary>The sheet with words of its own, three months later: two states moved on, one action is new.</summary>
    public static Sample NextQuarter { get; } = Book("next quarter", "the shape of the sheet before it", [new SampleSheet("Tracker",
    [
        ["Rec no", "Activity", "Lead", "Deadline", "RAG", "Update"],
        ["131.4", "Write the referral protocol", "Police Oversight Commission", "2026-06-30", "Green", "Signed in March"],
        ["131.5", "Train forty youth workers", "Ministry of Youth", "2026-09-30", "Green", "All forty are trained"],
        ["131.8", "Print leaflets for parents", "Ministry of Education", "2026-12-31", "Amber", null],
        ["131.9", "Open a day nursery in the hills", "Ministry of Housing", "2027-06-30", "Red", null],
    ])], [
        new("Write the referral protocol", "Police Oversight Commission", null, "2026-06-30", "done", "131.4"), new("Train forty youth workers", "Ministry of Youth", null, "2026-09-30", "done", "131.5"),
        new("Print leaflets for parents", "Ministry of Education", null, "2026-12-31", "begun", "131.8"), new("Open a day nursery in the hills", "Ministry of Housing", null, "2027-06-30", "planned", "131.9"),
    ]);

    private static Sample Plain() => Book("plain", "nothing: one row of headings", [new SampleSheet("Matrix",
    [
        ["No", "Recommendation", "Action", "Ministry", "Start", "End", "Status"],
        ["131.1", "Abolish the death penalty, considering that no execution has taken place since 1998", "Table the repeal bill", "Ministry of Justice", "2026-01-01", "2026-12-31", "Planned"],
        ["131.7", "Ratify OP-CAT, following ratification of the Convention against Torture in 2018", "Deposit the instrument", "Ministry of Foreign Affairs", "2026-02-01", "2026-05-31", "Completed"],
    ])], [new("Table the repeal bill", "Ministry of Justice", "2026-01-01", "2026-12-31", "planned", "131.1"), new("Deposit the instrument", "Ministry of Foreign Affairs", "2026-02-01", "2026-05-31", "done", "131.7")]);

    private static Sample Titled() => Book("titled", "three lines of title, blank rows, a source below", [new SampleSheet("Sheet1",
    [
        ["Republic of Tovell, national mechanism for implementation"], ["Matrix of recommendations, third cycle", null, null, "Status: March 2026"], [], [null, "confidential"], [],
        ["No.", "Activities", "Responsible", "Due date", "Status"],
        ["131.4", "Publish the rules of referral", "Ministry of National Security", "30/06/2026", "In progress"],
        [],
        ["131.6", "Sign the contracts of the school kitchens", "Ministry of Education", "15/08/2026", "Not started"],
        [], ["Source: focal points of the ministries"],
    ])], [new("Publish the rules of referral", "Ministry of National Security", null, "2026-06-30", "begun", "131.4"), new("Sign the contracts of the school kitchens", "Ministry of Education", null, "2026-08-15", "planned", "131.6")], ("leave", "yes"));

    private static Sample MergedDown() => Book("merged down", "recommendation, number and ministry merged over several actions", [new SampleSheet("Plan",
    [
        ["#", "UPR recommendation", "Action", "Responsible ministry", "Deadline"],
        ["131.12", "Ensure safe homes, in places they agree to, for the families who live in the flood channel of the Grand Ravine (Oiland)", "Count the families", "Ministry of Housing", "2026-04-30"],
        [null, null, "Agree on the places with them", null, "2026-10-31"],
        [null, null, "Build the first forty homes", null, "2027-12-31"],
        ["131.13", "Accelerate criminal trials, since some of the accused have waited seven years in detention for theirs", "Appoint four judges", "Ministry of Justice", "2026-07-31"],
        [null, null, "Digitise the case lists", "Judiciary", "2026-09-30"],
    ]) { Merges = ["A2:A4", "B2:B4", "D2:D4", "A5:A6", "B5:B6"] }], [
        new("Count the families", "Ministry of Housing", null, "2026-04-30", "planned", "131.12"), new("Agree on the places with them", "Ministry of Housing", null, "2026-10-31", "planned", "131.12"), new("Build the first forty homes", "Ministry of Housing", null, "2027-12-31", "planned", "131.12"),
        new("Appoint four judges", "Ministry of Justice", null, "2026-07-31", "planned", "131.13"), new("Digitise the case lists", "Judiciary", null, "2026-09-30", "planned", "131.13"),
    ]);

    private static Sample TwoRows() => Book("two rows of headings", "groups merged across, single columns merged down", [new SampleSheet("Plan",
    [
        ["Recommendation", null, "Action", "Responsibility", null, "Timeframe", null, "Indicator", null, null],
        ["No", "Text", null, "Lead", "Support", "From", "To", "Name", "Baseline", "Target"],
        ["131.14", "Criminalize marital rape without exception, and open a second crisis centre for women", "Rent the house of the second centre", "Ministry of Gender", "Crisis Centre of Saint Orban", "2026-01-15", "2026-11-30", "Beds for women", 6, 14],
        ["131.15", "Create an environment in which journalists who report on gangs can work without fear", "Name a contact of the police for journalists", "Ministry of National Security", "Press Union; Media Council", "2026-02-01", "2026-03-31", "Answers within a day", 0, 90],
    ]) { Merges = ["A1:B1", "C1:C2", "D1:E1", "F1:G1", "H1:J1"] }], [
        new("Rent the house of the second centre", "Ministry of Gender", "2026-01-15", "2026-11-30", "planned", "131.14"), new("Name a contact of the police for journalists", "Ministry of National Security", "2026-02-01", "2026-03-31", "planned", "131.15"),
    ]);

    private static Sample French() => Book("French", "headings, months, quarters and states in French", [new SampleSheet("Plan d’action",
    [
        ["N°", "Recommandations", "Mesures", "Ministère responsable", "Échéance", "État d’avancement", "Difficultés"],
        ["131.3", null, "Rédiger l’avant-projet de loi", "Ministère de la Justice", "mars 2026", "En cours", "Peu de juristes"],
        ["131.10", null, "Consulter la société civile sur l’institution", "Bureau du Premier ministre", "T3 2026", "Non commencée", null],
        ["131.11", null, "Acheter les médicaments", "Ministère de la Santé", "fin 2026", "Terminée", null],
    ])], [
        new("Rédiger l’avant-projet de loi", "Ministère de la Justice", null, "2026-03-31", "begun", "131.3"), new("Consulter la société civile sur l’institution", "Bureau du Premier ministre", null, "2026-09-30", "planned", "131.10"),
        new("Acheter les médicaments", "Ministère de la Santé", null, "2026-12-31", "done", "131.11"),
    ]);

    private static Sample Spanish() => Text("Spanish", "semicolons, Windows-1252, months in Spanish", "matriz.csv", s_western,
        "Número;Recomendación;Acción;Institución responsable;Plazo;Estado\r\n131.16;;Elaborar un informe sobre las limitaciones de los pequeños Estados;Ministerio de Relaciones Exteriores;junio de 2026;En proceso\r\n131.2;;Organizar el debate sobre la pena capital;Comisión de Derecho;15 de octubre de 2026;Pendiente\r\n", 16,
        [new("Elaborar un informe sobre las limitaciones de los pequeños Estados", "Ministerio de Relaciones Exteriores", null, "2026-06-30", "begun", "131.16"), new("Organizar el debate sobre la pena capital", "Comisión de Derecho", null, "2026-10-15", "planned", "131.2")]);

    private static Sample TwoLanguages() => Book("two languages", "each heading in two languages", [new SampleSheet("Matrice",
    [
        ["Recommandation / Recommendation", "Mesure / Action", "Responsable / Lead", "Échéance\nDeadline", "Statut (Status)"],
        ["131.5 Intensify work with young people at risk of joining gangs, on both islands", "Ouvrir une maison des jeunes / Open a youth house", "Ministry of Youth", "31 mars 2027", "en cours / ongoing"],
        ["131.6 Continue to provide school meals & textbooks to all primary pupils", "Distribuer les manuels", "Ministry of Education", "30 September 2026", "Terminé"],
    ])], [new("Ouvrir une maison des jeunes / Open a youth house", "Ministry of Youth", null, "2027-03-31", "begun", "131.5"), new("Distribuer les manuels", "Ministry of Education", null, "2026-09-30", "done", "131.6")], ("word=en cours ongoing", "begun"));

    private static Sample ManyDates() => Book("dates in nine ways", "in one column", [new SampleSheet("Dates",
    [
        ["No", "Action", "Ministry", "By when"],
        ["131.1", "Date one", "Justice", "2026-03-31"], ["131.1", "Date two", "Justice", "31/03/2026"], ["131.1", "Date three", "Justice", "31.3.2026"], ["131.1", "Date four", "Justice", "March 2026"], ["131.1", "Date five", "Justice", "Q1 2026"],
        ["131.1", "Date six", "Justice", 46112], ["131.1", "Date seven", "Justice", new DateOnly(2026, 3, 31)], ["131.1", "Date eight", "Justice", "by end of 2026"], ["131.1", "Date nine", "Justice", "2026-2028"],
    ])], [
        .. new[] { "one", "two", "three", "four", "five", "six", "seven" }.Select(n => new Held($"Date {n}", "Justice", null, "2026-03-31", "planned", "131.1")), new("Date eight", "Justice", null, "2026-12-31", "planned", "131.1"), new("Date nine", "Justice", "2026-01-01", "2028-12-31", "planned", "131.1"),
    ]);

    private static Sample Ambiguous() => Text("ambiguous days", "03/04/2026 and nothing that says which comes first", "dates.csv", new UTF8Encoding(true),
        "Rec No,Action,Ministry,Due\n131.2,Hold the first hearing,Law Commission,03/04/2026\n131.2,Hold the second hearing,Law Commission,05/06/2026\n", 12,
        [new("Hold the first hearing", "Law Commission", null, "2026-04-03", "planned", "131.2"), new("Hold the second hearing", "Law Commission", null, "2026-06-05", "planned", "131.2")], ("order-0-3", "day"));

    private static Sample Book(string name, string odd, SampleSheet[] sheets, Held[] holds, params (string, string)[] choices) => new(name, odd, $"{name}.xlsx", SampleBook.Make(sheets), sheets.Sum(s => s.Filled), holds, choices);

    private static Sample Text(string name, string odd, string file, Encoding encoding, string content, int filled, Held[] holds, params (string, string)[] choices) => new(name, odd, file, [.. encoding.GetPreamble(), .. encoding.GetBytes(content)], filled, holds, choices);

    private static Encoding Western()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
