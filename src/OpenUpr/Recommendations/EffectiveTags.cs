using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Recommendations;

/// <summary>A tag as it was set, without its history. Ids ascend with time.</summary>
internal readonly record struct SetTag(long Id, string Scheme, string Value, string SetBy);

/// <summary>
/// Which tags of a recommendation hold where several were set: a person's correction before the coder's, and either before what a machine
/// read from the text, scheme by scheme. All others stay in the store and on the recommendation's page.
/// </summary>
internal static class EffectiveTags
{
    /// <summary>What people say in a scheme, each value once, in the order in which they were set; null where nobody says anything: then the machine's reading holds.</summary>
    public static PeoplesLabels? Of(IReadOnlyList<SetTag> tags, string scheme)
    {
        var (found, user) = (false, false);
        foreach (var tag in tags)
        {
            if (tag.Scheme == scheme)
            {
                (found, user) = (true, user || tag.SetBy == Tag.User);
            }
        }

        return found ? new PeoplesLabels(user ? Tag.User : Tag.Coder, Values(tags, scheme, user)) : null;
    }

    private static List<string> Values(IReadOnlyList<SetTag> tags, string scheme, bool user)
    {
        var chosen = new List<SetTag>(4);
        foreach (var tag in tags)
        {
            if (tag.Scheme == scheme && tag.SetBy == Tag.User == user && tag.Value != Tag.None)
            {
                chosen.Add(tag);
            }
        }

        chosen.Sort((a, b) => a.Id.CompareTo(b.Id));
        var values = new List<string>(chosen.Count);
        foreach (var tag in chosen)
        {
            if (!values.Contains(tag.Value))
            {
                values.Add(tag.Value);
            }
        }

        return values;
    }
}
