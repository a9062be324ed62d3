using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Outcomes;

namespace OpenUpr.FollowUp.Publications;

/// <summary>What a signed file may say: whoever signed it is not thereby trusted to fill pages with anything.</summary>
internal static class PublicationCheck
{
    private const int MostRows = 2_000;
    private const int MostText = 20_000;
    private const int MostName = 200;
    private const int MostParts = 200;

    private static readonly string[] s_lights = ["green", "amber", "red", "none"];
    private static readonly string[] s_positions = ["supported", "partly", "noted", "pending"];

    /// <summary>What is wrong, as a sentence that says where; null for nothing.</summary>
    public static string? Wrong(PublicationBody? body, IReadOnlySet<string> states)
    {
        if (body is not { Content: { Rows: not null } content } || !IsText(body.Name, MostName) || !IsText(content.Title, MostName))
        {
            return "The file holds no publication: a name, a title or its recommendations are missing.";
        }

        if (content.State is null || !states.Contains(content.State) || content.Session is < 1 or > 999)
        {
            return $"The file is about the review of \"{content.State}\" in session {content.Session}, which is none that is known here.";
        }

        if (!content.HasJudgements || !PublicContent.Assessors.Contains(content.Assessor) || !IsText(content.Method, MostText))
        {
            return "The file does not say who judged, and how. It cannot be taken.";
        }

        return content.Rows.Count is 0 or > MostRows ? $"The file has {content.Rows.Count} recommendations; 1 to {MostRows} can be taken."
            : content.Rows.TakeWhile(IsGood).Count() + 1 is var bad && bad <= content.Rows.Count ? $"Recommendation {bad} of the file says what cannot be: a word of the scale, a position, an address or a length."
            : null;
    }

    private static bool IsGood(PublicRow? row) => row is { States: not null, Translations: not null, Issues: not null, Judgements: not null } && IsText(row.Text, MostText) && IsOptional(row.Number, MostName)
        && (row.Position is null || s_positions.Contains(row.Position))
        && row.States.Count <= MostParts && row.States.All(s => IsText(s, MostName)) && row.Issues.Count <= MostParts && row.Issues.All(i => IsText(i, MostName))
        && row.Translations.Count <= MostParts && row.Translations.All(t => t is not null && IsText(t.Language, MostName) && IsText(t.Text, MostText))
        && row.Judgements.Count <= MostParts && row.Judgements.All(IsGood);

    private static bool IsGood(PublicJudgement? said) => said is { Evidence: not null } && Drafting.Lists.ValueScale.Find(said.Value) is { } value && value.Light == said.Light && s_lights.Contains(said.Light)
        && IsText(said.Explanation, MostText) && IsOptional(said.By, MostName) && IsOptional(said.Regression, MostText) && IsOptional(said.Effect, MostText)
        && said.Evidence.Count <= MostParts && said.Evidence.All(e => e is not null && Assessments.Kinds.Contains(e.Kind) && IsOptional(e.Text, MostText) && IsAddress(e.Address));

    private static bool IsText(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    private static bool IsOptional(string? text, int most) => text is null || text.Length <= most;

    private static bool IsAddress(string? address) => address is null || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
