using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpenUpr.Accounts;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.BrowserTests;

/// <summary>Accounts as a person with a browser meets them, at localhost, where passkeys work.</summary>
public sealed class AccountTests(Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The site by its name: browsers make no passkeys for a number.</summary>
    private string Address => $"http://localhost:{new Uri(browser.Address).Port}";

    [Fact]
    public async Task An_invitation_becomes_an_account_with_a_passkey_by_keyboard_and_the_passkey_opens_it()
    {
        var page = await browser.OpenAsync($"{Address}/join");
        await AddAuthenticatorAsync(page);
        await page.GetByLabel("Invitation code").FillAsync((await InviteAsync()).Code);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Name to sign in with").FocusAsync();
        await page.Keyboard.TypeAsync("ada");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("A. L.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"{Address}/account");
        await Assertions.Expect(page.GetByText("Others see you as “A. L.”")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).PressAsync("Enter");
        await page.WaitForURLAsync($"{Address}/");

        await page.GotoAsync($"{Address}/sign-in?return=%2Faccount%2Fdelete");
        var answer = await page.RunAndWaitForRequestAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync(), r => r.Method == "POST" && r.Url.EndsWith("/sign-in/passkey", StringComparison.Ordinal));
        await page.WaitForURLAsync($"{Address}/account/delete");
        await RefusesAgainAsync(answer);
        await page.GetByLabel("I want my account deleted").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete my account" }).ClickAsync();
        await page.WaitForURLAsync($"{Address}/sign-in?deleted=yes");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Leaving_in_a_hurry_takes_the_pages_place()
    {
        var page = await browser.OpenAsync($"{Address}/sign-in");
        await page.Locator("form[action='/sign-in/demo'] button").First.ClickAsync();
        await page.WaitForURLAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave this page" }).ClickAsync();
        await page.WaitForURLAsync($"{Address}/");
        await page.GoBackAsync();
        Assert.DoesNotContain("/account", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_pages_of_accounts_are_accessible_and_fit_a_phone()
    {
        var options = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 800 } };
        var page = await browser.OpenAsync($"{Address}/sign-in", options);
        await CheckAsync(page);
        foreach (var address in new[] { "/join", "/join/none", $"/join/{(await InviteAsync()).Token}" })
        {
            await page.GotoAsync(Address + address);
            await CheckAsync(page);
        }

        await page.GotoAsync($"{Address}/sign-in");
        await page.Locator("form[action='/sign-in/demo'] button").First.ClickAsync();
        await page.WaitForURLAsync($"{Address}/account");
        foreach (var address in new[] { "/account", "/account/password", "/account/recovery", "/account/prove", "/account/delete", "/account/device", "/operator/people" })
        {
            await page.GotoAsync(Address + address);
            await CheckAsync(page);
        }

        await page.Context.CloseAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        await PageChecks.AssertFitsAsync(page, page.Url);
        await PageChecks.AssertAxeCleanAsync(page, page.Url);
    }

    private Task<InvitationKeys> InviteAsync()
    {
        var services = browser.Services;
        return new Installation(services.GetRequiredService<Store>(), services.GetRequiredService<Keyring>(), TimeProvider.System, null).InviteAsync(false, false, Cancel);
    }

    /// <summary>A device that keeps passkeys and lets its person touch it at once.</summary>
    /// <summary>Whoever saw the answer go by, cookie and all, cannot send it a second time.</summary>
    private static async Task RefusesAgainAsync(IRequest answer)
    {
        var sent = await answer.AllHeadersAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var again = new HttpRequestMessage(HttpMethod.Post, answer.Url) { Content = new ByteArrayContent(answer.PostDataBuffer!) };
        again.Content.Headers.TryAddWithoutValidation("Content-Type", sent["content-type"]);
        again.Headers.TryAddWithoutValidation("Cookie", sent["cookie"]);
        again.Headers.TryAddWithoutValidation("Origin", sent["origin"]);
        using var refused = await client.SendAsync(again, Cancel);
        Assert.StartsWith("/sign-in?failed=passkey", refused.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        // The device would answer the offer under the name's field at once, before anybody chooses anything.
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
