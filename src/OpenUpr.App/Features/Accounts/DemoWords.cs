using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Accounts;

/// <summary>What a person of the demonstration may do, in a few words.</summary>
internal static class DemoWords
{
    public static string Of(DemoPerson person) => string.Join("; ", new[]
    {
        person.Coalition is null ? null : Numbers.Fill(AccountWords.Demo_Place, Role(person.Role), person.Coalition),
        person.IsOperator ? AccountWords.Role_Operator : null,
        person.IsCurator ? AccountWords.Role_Curator : null,
    }.OfType<string>());

    public static string Role(string? code) => code switch
    {
        "secretariat" => AccountWords.Role_Secretariat,
        "editor" => AccountWords.Role_Editor,
        "contributor" => AccountWords.Role_Contributor,
        "observer" => AccountWords.Role_Observer,
        "guest" => AccountWords.Role_Guest,
        _ => AccountWords.Role_Invited,
    };
}
