using System.Globalization;

namespace OpenUpr.App.Features.Accounts;

/// <summary>Moments as the account's pages show them, in UTC.</summary>
internal static class Moments
{
    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Hour(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture) + " UTC";
}
