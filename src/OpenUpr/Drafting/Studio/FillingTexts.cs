using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using Organisation = OpenUpr.Storage.Organisation;

namespace OpenUpr.Drafting.Studio;

/// <summary>What each section of a kind begins with, from the facts.</summary>
internal sealed class FillingTexts(string kind, FillingWords words, KnownFacts facts, OwnSubmission? own, Func<string, State?> states)
{
    /// <summary>Past recommendations that are quoted: in a submission, on one or two pages, in a few minutes, in a letter.</summary>
    private int MostPast => kind switch
    {
        StudioKinds.SubmissionIndividual or StudioKinds.SubmissionJoint or StudioKinds.WrittenStatement => 6,
        StudioKinds.Factsheet => PerIssue(4),
        StudioKinds.Letter => 1,
        _ => 2,
    };

    /// <summary>Recommendations and questions of one issue: 4 or 5 in a whole factsheet, 1 or 2 elsewhere (Compendium, Part 3, 2017; fact sheet 3); a submission has what was agreed.</summary>
    private int MostAsks => kind switch
    {
        StudioKinds.SubmissionIndividual or StudioKinds.SubmissionJoint or StudioKinds.WrittenStatement => int.MaxValue,
        StudioKinds.Factsheet => PerIssue(5),
        _ => 2,
    };

    /// <summary>What two pages hold, shared among the issues.</summary>
    private int PerIssue(int all) => Math.Max(2, all / Math.Max(1, facts.Priorities.Count));

    /// <summary>A section that is not of one issue.</summary>
    public string Whole(string slot) => slot switch
    {
        SectionSlots.About => About(),
        SectionSlots.Keywords => string.Join(", ", facts.Priorities.Select(p => IssueList.Current.NameIn(p.Priority.Issue, words.Language)).Distinct()),
        SectionSlots.FollowUp when !StudioKinds.IsSpoken(kind) => FollowUp(),
        SectionSlots.PastReviews when kind == StudioKinds.AdvocacyPaper => OwnReference(),
        _ => "",
    };

    /// <summary>A section of an issue.</summary>
    public string OfIssue(string slot, KnownPriority known) => (kind, slot) switch
    {
        (StudioKinds.SubmissionIndividual or StudioKinds.SubmissionJoint or StudioKinds.WrittenStatement or StudioKinds.AdvanceQuestion or StudioKinds.Letter, SectionSlots.Issue) => Paragraphs([Why(known), .. Past(known), .. Cases(known)]),
        (_, SectionSlots.Issue or SectionSlots.Context) => Why(known),
        (_, SectionSlots.Challenges) => Paragraphs(Cases(known)),
        (_, SectionSlots.PastReviews) => Paragraphs(Past(known)),
        (_, SectionSlots.Remaining or SectionSlots.Recommendations) => Lines("R: ", known.Agreed.Take(MostAsks)),
        (_, SectionSlots.Questions) => Lines("Q: ", Questions(known)),
        _ => "",
    };

    private static string Why(KnownPriority known) => known.Priority.Why?.Trim() ?? "";

    private IEnumerable<string> Past(KnownPriority known) => known.Past.Take(MostPast).Select(p =>
        words.Say("past", p.Session, Names(p.States), p.Text.Trim().TrimEnd(';', '.'), words.Say(Position(p))) + Note(p.Symbol, p.Paragraph));

    private IEnumerable<string> Cases(KnownPriority known)
    {
        foreach (var one in StudioKinds.IsSpoken(kind) ? [] : known.Cases)
        {
            var name = one.Year is { } year ? words.Say("case-year", one.Alias, year.ToString(System.Globalization.CultureInfo.InvariantCulture)) : words.Say("case", one.Alias);
            yield return $"- {name}{(one.Note is { } note ? ": " + FillingWords.Plain(note) : "")}";
        }
    }

    /// <summary>Of recommendations that the State supported, what it did about them: the question that anybody may ask. Others are for the coalition to think of.</summary>
    private IEnumerable<string> Questions(KnownPriority known) => known.Past.Where(p => p.Position == Recommendations.Position.Supported).Take(MostAsks).Select(p =>
        words.Say("question", StateName(), p.Session, p.Text.Trim().TrimEnd(';', '.')));

    private string FollowUp()
    {
        if (facts.Last.Count == 0)
        {
            return "";
        }

        var (supported, noted) = (facts.Last.Count(p => p is { Position: Recommendations.Position.Supported }), facts.Last.Count(p => p is { Position: Recommendations.Position.Noted }));
        return words.Say("follow-up", facts.Last[0].Session, StateName(), facts.Last.Count, supported, noted) + Note(facts.Last.Select(p => p.Symbol).FirstOrDefault(s => s is not null), null);
    }

    private string About()
    {
        IReadOnlyList<Organisation> told = kind == StudioKinds.SubmissionIndividual ? facts.Mine is { } mine ? [mine] : [] : facts.Organisations;
        var lines = told.Count > 1 ? new List<string> { words.Say("about-many", facts.Name, told.Count, words.List([.. told.Select(o => o.Name)], told.Count)) } : [];
        if (told.Count == 1)
        {
            lines.AddRange(new[] { Founded(told[0]), words.Language == "en" && told[0].Issues.Length > 0 ? words.Say("about-one", told[0].Name, words.List(told[0].Issues.Split('\n'), 6)) : null }.OfType<string>());
        }

        // A short text for readers who have two pages has the coalition and where to reach it; a submission says when each was founded as well (Compendium, Part 4, "Structure", 2017).
        if (kind == StudioKinds.SubmissionJoint)
        {
            lines.AddRange(told.Select(Founded).OfType<string>());
        }

        return Paragraphs([string.Join(' ', lines)]);
    }

    private string? Founded(Organisation organisation) => organisation.Founded is { Length: >= 4 } founded ? words.Say("about-founded", organisation.Name, founded[..4]) : null;

    private string OwnReference()
    {
        if (own is null)
        {
            return "";
        }

        var first = own.Number is { } number ? words.Say("own-number", number) : words.Say("own-sent", own.Title);
        return own.Paragraphs is { } paragraphs ? $"{first} {words.Say("own-summary", paragraphs)}{Note(own.Symbol, paragraphs)}" : first;
    }

    private string Note(string? symbol, string? paragraph) => symbol is null ? "" : $"^[{(paragraph is null ? words.Say("note-whole", symbol) : words.Say("note", symbol, paragraph))}]";

    private static string Position(PastRecommendation past) => past switch
    {
        { Partial: true } => "partial",
        { Position: Recommendations.Position.Supported } => "supported",
        { Position: Recommendations.Position.Noted } => "noted",
        _ => "pending",
    };

    private string StateName() => facts.State is { } state ? Name(state) : words.Say("the-state");

    private string Names(IReadOnlyList<string> codes) => words.List([.. codes.Select(Name).Order(StringComparer.Ordinal)]);

    private string Name(string code) => states(code)?.Name(words.Language) ?? words.Say("unknown");

    private static string Lines(string mark, IEnumerable<string> lines) => string.Join('\n', lines.Select(l => mark + FillingWords.Plain(l)));

    private static string Paragraphs(IEnumerable<string> parts) => string.Join("\n\n", parts.Where(p => p.Length > 0));
}
