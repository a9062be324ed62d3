using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>Why a text cannot be reviewed.</summary>
public enum SmartProblem
{
    /// <summary>There is no word in it.</summary>
    Empty,

    /// <summary>It has more than <see cref="SmartReview.LongestText"/> characters.</summary>
    TooLong,

    /// <summary>It is not in English, the only language that the rules read.</summary>
    NotEnglish,
}

/// <summary>The action category that the verbs suggest (UPR Info, "Action category", 2014); a person decides.</summary>
/// <param name="Categories">One category; several where a text is evenly about different actions, and the writer is asked which is meant.</param>
/// <param name="Places">Where the verbs stand.</param>
public sealed record ActionHint(IReadOnlyList<int> Categories, IReadOnlyList<(int Start, int End)> Places);

/// <summary>
/// A draft recommendation against the five criteria of the compendium (UPR Info, "Civil Society Compendium", 2017, "SMART recommendations").
/// Wording is judged; whether a State can afford it and whether it fits the country are asked of the writer, never claimed.
/// </summary>
/// <param name="Problem">Why there are no findings; null where the text was reviewed.</param>
/// <param name="Findings">By criterion, the gravest first; at least one for each where the text was reviewed.</param>
/// <param name="Action">What the verbs suggest; null where no verb is known.</param>
public sealed record SmartReview(SmartProblem? Problem, IReadOnlyList<SmartFinding> Findings, ActionHint? Action)
{
    /// <summary>Longer texts are not read.</summary>
    public const int LongestText = 20_000;

    /// <summary>So many places are listed for a finding.</summary>
    private const int MostPlaces = 20;

    /// <summary>Reviews a draft. Never throws, whatever the text holds.</summary>
    /// <param name="year">The year now, so that a date that has passed is seen; null to leave that out.</param>
    public static SmartReview Of(string text, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            return new SmartReview(SmartProblem.TooLong, [], null);
        }

        var draft = new Draft(text);
        if (draft.Words.Count == 0)
        {
            return new SmartReview(SmartProblem.Empty, [], null);
        }

        if (!English.IsIt(draft))
        {
            return new SmartReview(SmartProblem.NotEnglish, [], null);
        }

        var findings = SpecificRules.Of(draft)
            .Concat(MeasurableRules.Of(draft))
            .Concat(AchievableRules.Of(draft))
            .Concat(RelevantRules.Of(draft))
            .Concat(TimeRules.Of(draft, year))
            .Select(f => f with { Places = [.. f.Places.Distinct().Take(MostPlaces)] })
            .OrderBy(f => f.Criterion).ThenByDescending(f => Gravity(f.Verdict));
        return new SmartReview(null, [.. findings], ActionRules.Of(draft));
    }

    /// <summary>The verdict of a criterion: its gravest finding's. A question to the writer outweighs a pass, because no machine can answer it.</summary>
    /// <exception cref="InvalidOperationException">The text was not reviewed (<see cref="Problem"/>).</exception>
    public SmartVerdict VerdictOf(SmartCriterion criterion) => Findings.Where(f => f.Criterion == criterion).MaxBy(f => Gravity(f.Verdict)) is { } gravest
        ? gravest.Verdict
        : throw new InvalidOperationException("The text was not reviewed.");

    private static int Gravity(SmartVerdict verdict) => verdict switch
    {
        SmartVerdict.Fail => 3,
        SmartVerdict.Doubtful => 2,
        SmartVerdict.Ask => 1,
        _ => 0,
    };
}
