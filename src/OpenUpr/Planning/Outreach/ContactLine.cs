using System.Globalization;
using System.Text;

namespace OpenUpr.Planning.Outreach;

/// <summary>A contact as lists show it: with its name, without what else is sealed.</summary>
/// <param name="Folded">Name, office and place without capitals and accents, to be searched.</param>
public sealed record ContactLine(
    long Id, string Name, string Folded, string Kind, string? State, string? Place, string? Office, string? Duty, string? Language, DateOnly? CheckedOn, bool IsGateKeeper, bool DoNotContact, DateOnly? LeftOn, long? SuccessorId, long Stamp)
{
    /// <summary>Whether the person holds the post and may be written to.</summary>
    public bool IsReachable => LeftOn is null && !DoNotContact;

    /// <summary>Whether somebody must find out who holds the post now (requirements H12, M10): the person left without a successor, or nobody checked for a year.</summary>
    public bool NeedsSuccessor(DateOnly today) => !DoNotContact && SuccessorId is null && (LeftOn is not null || CheckedOn is null || CheckedOn.Value.AddDays(ContactCodes.CheckedFor) < today);

    /// <summary>A text without capitals and accents.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
