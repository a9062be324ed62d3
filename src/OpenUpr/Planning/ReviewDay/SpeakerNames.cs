using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Search.Text;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A State on a list that somebody typed or pasted.</summary>
/// <param name="IsMember">Whether the list marks it as a member of the Council (an asterisk behind the name).</param>
public sealed record NamedSpeaker(string State, bool IsMember);

/// <summary>A name that stands for no State that is known.</summary>
/// <param name="Key">The name as it is compared; a person's answer is kept under it.</param>
/// <param name="Likely">Codes of States with a name like it, the likeliest first.</param>
public sealed record DoubtfulName(string Written, string Key, IReadOnlyList<string> Likely);

/// <summary>What was read from a list.</summary>
public sealed record SpeakerReading(IReadOnlyList<NamedSpeaker> Found, IReadOnlyList<DoubtfulName> Doubtful);

/// <summary>Reads a list of speakers, one State a line or apart by semicolons, in any usual form of the names.</summary>
public static partial class SpeakerNames
{
    /// <summary>Characters of a list: more than twice the longest that could be.</summary>
    public const int Longest = 20_000;

    /// <summary>Names of a list: more than twice as many as there are States.</summary>
    public const int Most = 450;

    /// <summary>Letters by which a mistyped name may differ.</summary>
    private const int Mistakes = 3;

    private const int Offered = 5;

    /// <summary>What a person answers to a doubtful name that is no State.</summary>
    public const string LeaveOut = "-";

    /// <param name="answers">What a person said to doubtful names: a code, or <see cref="LeaveOut"/>, by <see cref="DoubtfulName.Key"/>.</param>
    public static SpeakerReading Read(ReferenceData reference, string text, IReadOnlyDictionary<string, string> answers)
    {
        var (found, doubtful) = (new List<NamedSpeaker>(), new List<DoubtfulName>());
        foreach (var written in Entries(reference, text).Take(Most))
        {
            var (name, isMember) = Clean(reference, written);
            if (name.Length == 0)
            {
                continue;
            }

            var key = StateNames.Key(name);
            var answer = answers.GetValueOrDefault(key);
            var state = reference.Names.Find(name) ?? (answer is null ? null : reference.FindState(answer));
            if (state is not null)
            {
                found.Add(new NamedSpeaker(state.Iso3, isMember));
            }
            else if (answer != LeaveOut && doubtful.All(d => d.Key != key))
            {
                doubtful.Add(new DoubtfulName(name, key, Likely(reference, key)));
            }
        }

        return new SpeakerReading([.. found.GroupBy(f => f.State).Select(g => new NamedSpeaker(g.Key, g.Any(f => f.IsMember)))], doubtful);
    }

    /// <summary>A comma parts names only where every part is one: some names of States have a comma.</summary>
    private static IEnumerable<string> Entries(ReferenceData reference, string text)
    {
        foreach (var line in text.Split(['\n', '\r', ';', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var isWhole = reference.Names.Find(Clean(reference, line).Name) is not null;
            var isList = !isWhole && parts.Length > 1 && parts.Count(p => reference.Names.Find(Clean(reference, p).Name) is not null) >= Math.Max(2, parts.Length - 1);
            foreach (var part in isList ? parts : [line])
            {
                yield return part;
            }
        }
    }

    /// <summary>Brackets behind a name may belong to it ("Korea (Republic of)"); only where they do not are they a remark.</summary>
    private static (string Name, bool IsMember) Clean(ReferenceData reference, string written)
    {
        var name = Before().Replace(written, "").Trim();
        var whole = name.TrimEnd('*', ' ', '.', ',');
        return (reference.Names.Find(whole) is null ? Behind().Replace(whole, "").TrimEnd('*', ' ') : whole, name.EndsWith('*'));
    }

    private static List<string> Likely(ReferenceData reference, string key)
    {
        var ranked =
            from name in reference.Names.Printed
            let other = StateNames.Key(name.Name)
            let distance = key.Length > 3 && (other.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(other + " ", StringComparison.Ordinal) || other.Contains($" {key}", StringComparison.Ordinal))
                ? 1 : EditDistance.Between(key, other, Mistakes)
            where distance <= Math.Min(Mistakes, key.Length / 3)
            orderby distance, other
            select name.State.Iso3;
        return [.. ranked.Distinct().Take(Offered)];
    }

    /// <summary>Numbers and bullets in front.</summary>
    [GeneratedRegex(@"^\s*(?:\(?\d{1,3}[\).:]?\s+|[-–•*]\s+)+", RegexOptions.None, 200)]
    private static partial Regex Before();

    /// <summary>A remark in brackets behind, such as the minutes.</summary>
    [GeneratedRegex(@"\s*\((?:[^()]{0,80})\)\s*$", RegexOptions.None, 200)]
    private static partial Regex Behind();
}
