using System.Globalization;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>
/// How likely a person would change what holds for a text. Where coders labelled it, that is where the model is sure of something else; where nobody did,
/// where the model is unsure of itself; where a person corrected or confirmed it here, it is settled.
/// </summary>
internal static class ReadingDoubt
{
    /// <summary>A coder's issue that the model does not see at all: thresholds lie near one half, so about as likely a slip as not.</summary>
    private const double Unseen = 0.5;

    /// <summary>Sets the doubts of a reading and whose labels hold.</summary>
    /// <param name="action">What people set as action category; null where none did.</param>
    /// <param name="issues">What people set as issues; null where none did.</param>
    public static void Apply(MachineReading reading, PeoplesLabels? action, PeoplesLabels? issues)
    {
        reading.ActionBy = action?.SetBy ?? Tag.Model;
        reading.IssuesBy = issues?.SetBy ?? Tag.Model;
        reading.ActionDoubt = OfAction(reading, action);
        reading.IssueDoubt = OfIssues(LabelText.Read(reading.Issues), issues);
        reading.Doubt = 1 - ((1 - reading.ActionDoubt) * (1 - reading.IssueDoubt));
    }

    private static double OfAction(MachineReading reading, PeoplesLabels? people) => people switch
    {
        { SetBy: Tag.User } => 0,
        { Values: var values } when !values.Contains(reading.Action.ToString(CultureInfo.InvariantCulture)) => reading.ActionConfidence,
        _ => 1 - reading.ActionConfidence,
    };

    private static double OfIssues(IReadOnlyList<ScoredLabel> read, PeoplesLabels? people)
    {
        switch (people)
        {
            case { SetBy: Tag.User }:
                return 0;
            case null:
                // None at all is a doubt as well: every text is about something.
                return read.Count == 0 ? Unseen : 1 - read.Aggregate(1.0, (right, l) => right * l.Confidence);
            default:
                var agreed = read.Aggregate(1.0, (right, l) => right * (people.Values.Contains(l.Value) ? l.Confidence : 1 - l.Confidence));
                return 1 - people.Values.Aggregate(agreed, (right, v) => read.Any(l => l.Value == v) ? right : right * (1 - Unseen));
        }
    }
}

/// <summary>What people set in one scheme of a text.</summary>
/// <param name="SetBy"><see cref="Tag.User"/> or <see cref="Tag.Coder"/>: the more trusted of those who did.</param>
/// <param name="Values">Empty where a person said that there is none.</param>
internal sealed record PeoplesLabels(string SetBy, IReadOnlyList<string> Values);
