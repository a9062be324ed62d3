using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>What accounts need of the framework, and no more of it: its passkey handler and its protection of cookies and forms.</summary>
internal static class AccountSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<LocalOperator>();
        services.AddSingleton<DemoDoor>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<AddressTries>();
        services.AddSingleton<Tickets>();
        services.AddScoped<PasskeyDoor>();

        // One name on every node, wherever the program lies.
        services.AddDataProtection().SetApplicationName("openupr");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new ProtectionKeyStore(all.GetRequiredService<Store>(), all.GetRequiredService<Keyring>())));

        // It warns of keys that are written without an encryptor of its own; the store seals them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        // It warns of every page with a form that is marked as not to be kept already, and calls each broken form cookie an error: anybody can send as many
        // as they like and fill the log. The request is refused or gets a new form; keys that cannot be read are told by DataProtection itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Critical);

        services.AddIdentityCore<Account>().AddUserStore<PasskeyUsers>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The passkey is all that is asked for: the device must have checked its person, and must know the account by itself.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";

            // The framework compares with the Origin header, which browsers send as "null" with a form where a site asks for no referrer.
            passkeys.ValidateOrigin = answer => ValueTask.FromResult(!answer.CrossOrigin && IsHere(answer.Origin, answer.HttpContext.Request));
        });
    }

    /// <summary>Whether an origin that the browser put into a signed answer is the address of this site.</summary>
    private static bool IsHere(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var there) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here) && there == here;
}
