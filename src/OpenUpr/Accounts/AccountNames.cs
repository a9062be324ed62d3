using System.Globalization;
using System.Text;

namespace OpenUpr.Accounts;

/// <summary>Names to sign in with and names that others see: what may stand in them and how two are told apart.</summary>
public static class AccountNames
{
    public const int MinLength = 2;
    public const int MaxLength = 60;

    /// <summary>The form in which names are compared: NFKC, lower case, without space around.</summary>
    public static string Normalise(string name) => name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Why a name cannot be one to sign in with, as a code; null where it can.</summary>
    public static string? FindFault(string? name)
    {
        var plain = name is null || !IsText(name) ? "" : Normalise(name);
        return plain.Length < MinLength ? "name-short"
            : plain.Length > MaxLength ? "name-long"
            : !plain.All(IsOfName) ? "name-characters"
            : null;
    }

    /// <summary>Why a name cannot be shown to others, as a code; null where it can.</summary>
    public static string? FindDisplayFault(string? name) => string.IsNullOrWhiteSpace(name) || !IsText(name) ? "display-empty"
        : name.Trim().Length > MaxLength ? "display-long"
        : name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) ? "display-characters"
        : null;

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c is '.' or '_' or '-' or '@';

    /// <summary>Half a surrogate pair cannot be normalised.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
