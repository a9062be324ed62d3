using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Planning;

/// <summary>One end of a window: so and so long before or after something dated, such as "review-4m" or "stakeholder-deadline".</summary>
/// <param name="Anchor">A step of timeline.csv, or "start" for the day on which the plan starts.</param>
/// <param name="Amount">Negative before the anchor.</param>
/// <param name="Unit">d, w or m: days, weeks or months.</param>
public sealed partial record PlanEdge(string Anchor, int Amount, char Unit)
{
    public const string Start = "start";

    /// <exception cref="InvalidDataException">The words are no end of a window.</exception>
    public static PlanEdge Parse(string words)
    {
        var match = Form().Match(words);
        if (!match.Success)
        {
            throw new InvalidDataException($"plan-steps.csv: '{words}' is no end of a window. It looks like review-4m.");
        }

        return match.Groups["amount"].Value is { Length: > 0 } amount
            ? new PlanEdge(match.Groups["anchor"].Value, int.Parse(amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), match.Groups["unit"].Value[0])
            : new PlanEdge(match.Groups["anchor"].Value, 0, 'd');
    }

    /// <summary>
    /// The first day of a window. Where the anchor is known as a stretch only, it is counted from the first day of that: early is safe.
    /// </summary>
    public DateOnly AsFirst(StepDate anchor) => Add(anchor.Earliest);

    /// <summary>
    /// The last day of a window. What has to be done before something is counted from the first day on which that may be; what follows something,
    /// from the last.
    /// </summary>
    public DateOnly AsLast(StepDate anchor) => Add(Amount < 0 ? anchor.Earliest : anchor.OverBy);

    /// <summary>The last day on which something may still be possible: nothing is given up while it might be open.</summary>
    public DateOnly AsLimit(StepDate anchor) => Add(anchor.OverBy);

    private DateOnly Add(DateOnly day) => Unit switch
    {
        'w' => day.AddDays(7 * Amount),
        'm' => day.AddMonths(Amount),
        _ => day.AddDays(Amount),
    };

    [GeneratedRegex("^(?<anchor>[a-z]+(-[a-z]+)*)((?<amount>[+-][0-9]+)(?<unit>[dwm]))?$")]
    private static partial Regex Form();
}
