using System.Globalization;
using System.Text;

namespace OpenUpr.Reviews;

/// <summary>Finds a State by its code or by any name that documents use for it. Capitals, accents, punctuation, "the" and "&amp;" make no difference.</summary>
public sealed class StateNames
{
    private readonly Dictionary<string, State> _byKey = [];

    internal StateNames(IEnumerable<(string Name, State State)> names)
    {
        foreach (var (name, state) in names)
        {
            var key = Key(name);
            if (!_byKey.TryAdd(key, state) && _byKey[key] != state)
            {
                throw new InvalidDataException($"The name '{name}' stands for both {_byKey[key].Iso3} and {state.Iso3} in the reference data.");
            }
        }
    }

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
