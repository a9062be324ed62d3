namespace OpenUpr.Accounts;

/// <summary>What a browser says of itself, cut down to its kind and its system: enough to know one's devices apart, too little to follow one.</summary>
public static class DeviceName
{
    // In this order: every browser also claims to be those after it.
    private static readonly (string Sign, string Name)[] s_browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] s_systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Such as "Firefox, Linux"; empty where neither is known.</summary>
    public static string Of(string? userAgent) => string.Join(", ", new[] { Find(s_browsers, userAgent), Find(s_systems, userAgent) }.OfType<string>());

    private static string? Find((string Sign, string Name)[] known, string? text) =>
        text is null ? null : known.FirstOrDefault(k => text.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
