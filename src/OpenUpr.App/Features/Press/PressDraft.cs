using System.Globalization;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Press;

namespace OpenUpr.App.Features.Press;

/// <summary>What a coalition adds to the facts, as typed; what is left out becomes a blank.</summary>
/// <param name="Coalition">Its name.</param>
/// <param name="Quote">Somebody's own words.</param>
/// <param name="QuoteBy">Who says them.</param>
/// <param name="Contact">Whom journalists may ask.</param>
internal sealed record PressInput(string Coalition, string? Quote, string? QuoteBy, string? Contact);

/// <summary>
/// Puts the facts of a review and a coalition's words into a text to begin with. A number comes with its unit and where its rows are; what the store does not
/// know is a blank that says what belongs there. Nothing is made up.
/// </summary>
internal sealed class PressDraft(PressFacts facts, PressInput words, Labels labels, string site)
{
    private string State => labels.State(facts.Sur);

    /// <param name="kind">One of <see cref="PressTexts.Kinds"/>.</param>
    public (string Title, string Text) Write(string kind)
    {
        var (title, text) = kind switch
        {
            "release" => (PressWords.Release_Title, PressWords.Release),
            "briefing" => (PressWords.Briefing_Title, PressWords.Briefing),
            _ => (PressWords.Digest_Title, PressWords.Digest),
        };
        return (Fill(title), Fill(text));
    }

    /// <summary>Templates name their facts in double braces, so that a translator sees what stands there.</summary>
    private string Fill(string template)
    {
        foreach (var (name, value) in Values())
        {
            template = template.Replace($"{{{{{name}}}}}", value, StringComparison.Ordinal);
        }

        return template;
    }

    private IEnumerable<(string Name, string Value)> Values() =>
    [
        ("state", State), ("coalition", words.Coalition), ("session", facts.Review is { } review ? labels.SessionWithMonths(review.Number) : Blank(PressWords.Blank_Session)),
        ("review-date", facts.ReviewedOn is { } day ? Dates.Day(day) : Blank(PressWords.Blank_ReviewDate)),
        ("adoption", Adoption()), ("counts", Counts()), ("issues", Issues()),
        ("states", facts.Pairs is null ? Blank(PressWords.Blank_States) : Numbers.Count(facts.States)),
        ("noted-pairs", facts.Pairs is { } noted ? Numbers.Count(noted.Noted) : Blank(PressWords.Blank_Noted)),
        ("supported-pairs", facts.Pairs is { } supported ? Numbers.Count(supported.Supported) : Blank(PressWords.Blank_Supported)),
        ("rows", facts.Review is { } session && facts.Pairs is not null ? site + SearchLink.To(("sur", facts.Sur), ("session", session.Number.ToString(CultureInfo.InvariantCulture))) : Blank(PressWords.Blank_Rows)),
        ("report", facts.Symbol ?? Blank(PressWords.Blank_Report)),
        ("quote", words.Quote ?? Blank(PressWords.Blank_Quote)), ("quote-by", words.QuoteBy ?? Blank(PressWords.Blank_QuoteBy)), ("contact", words.Contact ?? Blank(PressWords.Blank_Contact)),
        ("place-date", Blank(PressWords.Blank_PlaceDate)), ("headline", Blank(PressWords.Blank_Headline)), ("what-next", Blank(PressWords.Blank_Next)), ("example", Blank(PressWords.Blank_Example)),
    ];

    /// <summary>Both counts, each with its unit: that they differ is the commonest mistake in reports on a review.</summary>
    private string Counts() => facts is not { Pairs: { } pairs, Texts: { } texts } ? Blank(PressWords.Blank_Counts)
        : Numbers.Fill(PressWords.Counts, Count(texts.All), Count(texts.Supported), Count(texts.Noted), Count(texts.Open), Count(pairs.All), Count(facts.States));

    private string Issues() => facts.Issues.Count == 0 ? Blank(PressWords.Blank_Issues)
        : string.Join('\n', facts.Issues.Select(i => "- " + Numbers.Fill(PressWords.Issue_Line, Labels.Issue(i.Issue), Count(i.Pairs))));

    private string Adoption() => facts.Adoption is not { } date ? Blank(PressWords.Blank_Adoption)
        : Numbers.Fill(facts.HrcSession is null ? PressWords.Adoption : PressWords.Adoption_Session, StepWords.When(date), facts.HrcSession) + (StepWords.Certainty(date) is { } unsure ? $" ({unsure.TrimEnd('.')})" : "");

    private static string Count(int number) => Numbers.Count(number);

    private static string Blank(string what) => Numbers.Fill(PressWords.Blank, what);
}
