using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Accounts;

/// <summary>The sentences and the fields of what the core refuses.</summary>
internal static class AccountFaults
{
    public static string Sentence(string code) => code switch
    {
        "name-short" => Numbers.Fill(AccountWords.Fault_NameShort, AccountNames.MinLength),
        "name-long" or "display-long" => Numbers.Fill(AccountWords.Fault_NameLong, AccountNames.MaxLength),
        "name-characters" => AccountWords.Fault_NameCharacters,
        "name-taken" => AccountWords.Fault_NameTaken,
        "display-empty" => AccountWords.Fault_DisplayEmpty,
        "display-characters" => AccountWords.Fault_DisplayCharacters,
        "password-short" => Numbers.Fill(AccountWords.Fault_PasswordShort, PasswordRule.MinLength),
        "password-long" => Numbers.Fill(AccountWords.Fault_PasswordLong, PasswordRule.MaxLength),
        "password-plain" => AccountWords.Fault_PasswordPlain,
        "password-name" => AccountWords.Fault_PasswordName,
        "place-taken" => AccountWords.Fault_PlaceTaken,
        "invitation-over" => AccountWords.Fault_InvitationOver,
        "last-way" => AccountWords.Fault_LastWay,
        "last-operator" => AccountWords.Fault_LastOperator,
        "code-wrong" => AccountWords.Fault_CodeWrong,
        "too-many" => Numbers.Fill(AccountWords.Fault_TooManyPasskeys, SignInWays.MaxPasskeys),
        _ => AccountWords.Fault_NotThere,
    };

    /// <summary>The id of the field that a fault is about.</summary>
    public static string Field(string code) => code.Split('-')[0] switch { "name" => "name", "display" => "display", "password" => "password", "code" => "code", _ => "main" };
}
