using System.Globalization;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Recommendations;

/// <summary>All that is said about one recommendation in one scheme, and which of it holds.</summary>
/// <param name="Scheme">One of the schemes of <see cref="Tag"/>.</param>
/// <param name="SetBy">Whose labels hold: <see cref="Tag.User"/>, <see cref="Tag.Coder"/> or <see cref="Tag.Model"/>; null where nobody and no model says anything.</param>
/// <param name="SetByName">Whose coder, which user, or name and version of the model.</param>
/// <param name="Values">What holds. Empty with a person's name: a person said that there is none.</param>
/// <param name="Coder">What coders set; null where they set nothing.</param>
/// <param name="User">What a person set here, which then holds; null where nobody did.</param>
/// <param name="Machine">What the model reads, the surest first; null where no model has read the text.</param>
public sealed record SchemeLabels(
    string Scheme, string? SetBy, string? SetByName, IReadOnlyList<string> Values, IReadOnlyList<string>? Coder, IReadOnlyList<string>? User, IReadOnlyList<ScoredLabel>? Machine)
{
    /// <summary>The schemes in the order in which pages show them.</summary>
    public static IReadOnlyList<string> Schemes { get; } = [Tag.ActionScheme, Tag.IssueScheme, Tag.SdgScheme, Tag.ThemeScheme, Tag.PersonsScheme];

    /// <summary>True where a person's labels hold and the model reads others.</summary>
    public bool Differs => SetBy is Tag.User or Tag.Coder && Machine is not null && !Machine.Select(l => Compared(l.Value)).ToHashSet().SetEquals(Values.Select(Compared));

    /// <summary>How sure the model is of a value, 0 to 1; null where it does not read it.</summary>
    public double? ConfidenceOf(string value) => Machine?.Where(l => l.Value == value).Select(l => (double?)l.Confidence).FirstOrDefault();

    /// <summary>Every scheme of a recommendation, in the order of <see cref="Schemes"/>.</summary>
    /// <param name="tags">Withdrawn ones do not count.</param>
    /// <param name="reading">Null where no model has read the text.</param>
    public static IReadOnlyList<SchemeLabels> Of(IReadOnlyCollection<Tag> tags, MachineReading? reading)
    {
        var held = tags.Where(t => t.WithdrawnAt is null).ToList();
        return [.. Schemes.Select(scheme => Of(scheme, held.FindAll(t => t.Scheme == scheme), reading))];
    }

    /// <summary>Lists give goals without targets, and themes and persons in words that change from cycle to cycle.</summary>
    private string Compared(string value) => Scheme switch
    {
        Tag.SdgScheme => Goals.GoalOf(value)?.ToString(CultureInfo.InvariantCulture) ?? value,
        Tag.ThemeScheme => TopicList.Themes.SlugOf(value),
        Tag.PersonsScheme => TopicList.Persons.SlugOf(value),
        _ => value,
    };

    private static SchemeLabels Of(string scheme, List<Tag> tags, MachineReading? reading)
    {
        var (coder, user) = (ValuesOf(tags, Tag.Coder), ValuesOf(tags, Tag.User));
        var machine = reading is null ? null : Read(reading, scheme);
        var setBy = user is not null ? Tag.User : coder is not null ? Tag.Coder : machine is not null ? Tag.Model : null;
        var name = setBy == Tag.Model ? reading!.Model : tags.Where(t => t.SetBy == setBy).MaxBy(t => t.Id)?.SetByName;
        return new SchemeLabels(scheme, setBy, name, user ?? coder ?? machine?.Select(l => l.Value).ToList() ?? [], coder, user, machine);
    }

    private static IReadOnlyList<ScoredLabel> Read(MachineReading reading, string scheme) => scheme switch
    {
        Tag.ActionScheme => [new ScoredLabel(reading.Action.ToString(CultureInfo.InvariantCulture), reading.ActionConfidence)],
        Tag.IssueScheme => LabelText.Read(reading.Issues),
        Tag.SdgScheme => LabelText.Read(reading.Sdgs),
        Tag.ThemeScheme => LabelText.Read(reading.Themes),
        _ => LabelText.Read(reading.Persons),
    };

    private static IReadOnlyList<string>? ValuesOf(List<Tag> tags, string setBy)
    {
        var own = tags.FindAll(t => t.SetBy == Tag.User == (setBy == Tag.User)).ConvertAll(t => new SetTag(t.Id, t.Scheme, t.Value, t.SetBy));
        return own.Count == 0 ? null : EffectiveTags.Of(own, own[0].Scheme)?.Values;
    }
}
