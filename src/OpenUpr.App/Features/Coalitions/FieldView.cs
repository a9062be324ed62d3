namespace OpenUpr.App.Features.Coalitions;

/// <summary>A choice of a list.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>One field of a form as it is drawn: label above, hint below it, what is wrong, and what was typed.</summary>
/// <param name="Kind">text, area, long, date, moment, number, url, check or select.</param>
/// <param name="Choices">For a select; an empty value stands first.</param>
public sealed record FieldView(string Name, string Label, string? Value, string Kind, string? Hint, string? Error, bool Required, IReadOnlyList<Choice> Choices)
{
    public string HintId => $"{Name}-hint";

    public string ErrorId => $"{Name}-error";

    public string? DescribedBy => (Hint, Error) switch { (null, null) => null, ({ }, null) => HintId, (null, { }) => ErrorId, _ => $"{HintId} {ErrorId}" };
}
