using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>Whose labels hold, in words.</summary>
public static class LabelView
{
    public static string SetBy(SchemeLabels labels) => Numbers.Fill(
        labels.SetBy switch { Tag.Coder => Words.Tag_ByCoder, Tag.Model => Words.Tag_ByModel, _ => Words.Tag_ByUser }, labels.SetByName);

    /// <summary>When a person set what holds; null for a machine's labels, which have no day.</summary>
    public static DateTimeOffset? SetAt(SchemeLabels labels, IEnumerable<Tag> tags) =>
        tags.Where(t => t.WithdrawnAt is null && t.Scheme == labels.Scheme && t.SetBy == labels.SetBy).Max(t => (DateTimeOffset?)t.SetAt);
}
