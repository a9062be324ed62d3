using System.Globalization;
using System.Text;

namespace OpenUpr.Reviews;

/// <summary>A name of a State as documents print it, with the language (ISO 639-1) in which they do.</summary>
public sealed record PrintedName(string Name, string Language, State State);

/// <summary>Finds a State by its code or by any name that documents use for it. Capitals, accents, punctuation, "the" and "&amp;" make no difference.</summary>
public sealed class StateNames
{
    private readonly Dictionary<string, State> _byKey = [];

    internal StateNames(IEnumerable<(string Code, State State)> codes, IEnumerable<PrintedName> printed)
    {
        Printed = [.. printed];
        foreach (var (name, state) in codes.Concat(Printed.Select(p => (p.Name, p.State))))
        {
            var key = Key(name);
            if (!_byKey.TryAdd(key, state) && _byKey[key] != state)
            {
                throw new InvalidDataException($"The name '{name}' stands for both {_byKey[key].Iso3} and {state.Iso3} in the reference data.");
            }
        }
    }

    /// <summary>Every known name without the codes, as the reference data writes it.</summary>
    public IReadOnlyList<PrintedName> Printed { get; }

    /// <summary>Every known name in the form in which it is compared.</summary>
    public IEnumerable<string> Keys => _byKey.Keys;

    /// <summary>The State of this code or name, or null.</summary>
    public State? Find(string nameOrCode) => _byKey.GetValueOrDefault(Key(nameOrCode));

    /// <summary>The form in which names are compared: no accents, letters and digits in lower case, one space between words, "and" for "&amp;", no article.</summary>
    public static string Key(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : c is '\'' or '’' or '‘' or '`' or '.' ? "" : " ");
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(w => w != "the"));
    }
}
