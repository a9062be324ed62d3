using System.Globalization;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.FollowUp.Digests;

/// <summary>Whose digest it is: what a reader who does not know the coalition may know of it.</summary>
/// <param name="Organisations">How many; none is named.</param>
public sealed record DigestSender(string Coalition, int Organisations);

/// <summary>A recommendation in words.</summary>
/// <param name="Light">green, amber, red, none or mixed.</param>
public sealed record DigestLine(string Recommendation, string Answer, string Light, IReadOnlyList<string> Standing, IReadOnlyList<string> Planned);

/// <summary>A digest in words: the page, the Word file and the workbook say the same.</summary>
/// <param name="More">What is left out, in a sentence; null where nothing is.</param>
/// <param name="About">The coalition in short, for a reader who is new; empty where it is not asked for.</param>
public sealed record DigestPaper(string Title, IReadOnlyList<string> Lead, IReadOnlyList<string> Head, IReadOnlyList<DigestLine> Lines, string? More, string AsksTitle, IReadOnlyList<string> Asks, string AboutTitle, IReadOnlyList<string> About, string Foot, string Language);

/// <summary>Puts a digest into words of the language in which the coalition writes (Data/digest-words.csv).</summary>
/// <param name="state">Name of a State by its code, in that language.</param>
/// <param name="reader">For whom it is, as people say it.</param>
public sealed class DigestPapers(string language, Func<string, string> state, string reader, DigestSender sender, DateOnly today)
{
    /// <summary>Recommendations on two pages.</summary>
    public const int Most = 24;

    private const int MostNeeds = 8;
    private const int MostIssues = 5;

    private static readonly Dictionary<(string Code, string Language), string> s_words =
        (from row in ReferenceTable.Read("OpenUpr.FollowUp.Digests.Data.digest-words.csv").ToList()
         from of in MatrixWording.Languages
         select (Key: (row["code"], of), Word: row[of])).ToDictionary(w => w.Key, w => w.Word);

    private readonly string _language = MatrixWording.Main(language);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(MatrixWording.Main(language));

    /// <param name="hasAbout">The coalition is introduced: for a reader who is new.</param>
    public DigestPaper Write(Digest digest, bool hasAbout = false) => new(
        Say("title", state(digest.State), digest.Session), Lead(digest),
        [Say("col-recommendation"), Say("col-answer"), Say("col-standing"), Say("col-planned")],
        [.. digest.Rows.Take(Most).Select(r => Line(r, digest.Audience.Kind))],
        digest.Rows.Count > Most ? Say("more", digest.Rows.Count - Most) : null,
        Say("asks"), digest.Rows.Count == 0 ? [] : Asks(digest), Say("about"), hasAbout ? About(digest) : [], Say("foot"), _language);

    private string[] Lead(Digest digest)
    {
        string[] heads = [Say("for", reader), Say("from", sender.Coalition, Day(today))];
        return digest.Rows.Count == 0 ? [.. heads, Say("none")] :
        [
            .. heads,
            Say("counts", digest.Rows.Count, digest.Count("supported"), digest.Count("noted"), digest.Count("partly"), digest.Count("pending")),
            Say("lights", digest.Lights("green"), digest.Lights("amber"), digest.Lights("red"), digest.Lights("mixed"), digest.Lights("none")),
        ];
    }

    private DigestLine Line(DigestRow row, string kind)
    {
        var said = row.Recommendation;
        var by = kind == ActionViews.Embassy || said.States.Count == 0 ? "" : $" ({string.Join(", ", said.States.Select(state))})";
        return new DigestLine(
            $"{said.Number} {said.Text}{by}".Trim(), Say("position-" + (said.Position ?? "none")), row.Light,
            row.Judgements.Count == 0 ? [Say("unjudged")] : [.. row.Judgements.Select(Judgement), .. row.Light == "mixed" ? new[] { Say("light-mixed") } : []],
            row.Actions.Count == 0 ? [Say("unplanned")] : [.. row.Actions.Select(Planned)]);
    }

    /// <summary>"◐ Partially implemented (the coalition; amber: partly or in process)": shape, word and light together.</summary>
    private string Judgement(DigestJudgement said) =>
        $"{Shape(said)} {ValueScale.Find(said.Value)?.Word(_language) ?? said.Value} ({Say(said.IsCoalition ? "by-coalition" : "by-organisation")}; {Say("light-" + said.Light)}{(said.IsWorse ? "; " + Say("worse") : "")})";

    private static string Shape(DigestJudgement said) => (said.IsWorse, said.Value) switch { (true, _) => "↓", (_, "implemented") => "●", (_, "partly") => "◐", (_, "process") => "↻", (_, "not") => "○", _ => "–" };

    private string Planned(PlanAction action)
    {
        string?[] parts = [action.Ministry ?? (action.Actors.Count > 0 ? action.Actors[0].Name : null), action.To is { } to ? Say("until", Day(to)) : null, ActionWording.Of("state-" + (action.State == ActionEntry.Dropped ? ActionEntry.Planned : action.State), _language)];
        return $"{ActionPlans.CodeOf(action.Number)} {action.Text} ({string.Join("; ", parts.OfType<string>())})";
    }

    private string[] Asks(Digest digest)
    {
        string[] asks = [Say($"ask-{digest.Audience.Kind}-1"), Say($"ask-{digest.Audience.Kind}-2")];
        var needs = (digest.Audience.Kind switch
        {
            ActionViews.Parliament => digest.Actions.SelectMany(a => new[] { Need("need-law", a, a.Law), Need("need-budget", a, a.Budget) }),
            ActionViews.Embassy or ActionViews.Agency => digest.Actions.Select(a => a.Assistance is { } help ? $"{ActionPlans.CodeOf(a.Number)} {help}" : null),
            _ => [],
        }).OfType<string>().Take(MostNeeds).ToList();
        return digest.Audience.Kind == ActionViews.Parliament
            ? needs.Count == 0 ? [asks[0]] : [asks[0], $"{asks[1]} {string.Join("; ", needs)}."]
            : needs.Count == 0 ? asks : [.. asks, $"{Say("ask-assistance")} {string.Join("; ", needs)}."];
    }

    private string? Need(string code, PlanAction action, string? text) => text is null ? null : $"{ActionPlans.CodeOf(action.Number)} {Say(code, text)}";

    private string[] About(Digest digest)
    {
        var issues = digest.Rows.SelectMany(r => r.Recommendation.Issues).GroupBy(i => i).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostIssues).Select(g => g.Key).ToList();
        return
        [
            Say("about-who", sender.Coalition, sender.Organisations, state(digest.State)),
            Say("about-work", digest.All, digest.Session, digest.Rows.Count, digest.Actions.Count),
            .. issues.Count == 0 ? Array.Empty<string>() : [Say("about-issues", string.Join(", ", issues.Select(i => IssueList.Current.NameIn(i, _language))))],
        ];
    }

    private string Say(string code, params ReadOnlySpan<object?> values) => values.Length == 0 ? s_words[(code, _language)] : string.Format(_culture, s_words[(code, _language)], values);

    private string Day(DateOnly day) => day.ToString("d MMMM yyyy", _culture);
}
