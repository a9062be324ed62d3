using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>What an invitation opens, in a sentence.</summary>
internal static class JoinWords
{
    public static string Of(OpenInvitation open) => open.Invitation.Purpose switch
    {
        Invitation.Owner => AccountWords.Join_Owner,
        Invitation.Place => Numbers.Fill(AccountWords.Join_Place, open.CoalitionName ?? "", DemoWords.Role(open.Invitation.Role)),
        Invitation.NewDevice => AccountWords.Join_Device,
        _ => AccountWords.Join_Person,
    };

    /// <summary>The roles in the installation that an account has or an invitation gives.</summary>
    public static string Roles(bool isOperator, bool isCurator) => (isOperator, isCurator) switch
    {
        (true, true) => AccountWords.Role_Both,
        (true, false) => AccountWords.Role_Operator,
        (false, true) => AccountWords.Role_Curator,
        _ => AccountWords.Role_None,
    };
}
