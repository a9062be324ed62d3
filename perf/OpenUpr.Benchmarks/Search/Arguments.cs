namespace OpenUpr.Benchmarks.Search;

/// <summary>--name value pairs of the command line.</summary>
internal sealed class Arguments(string[] args)
{
    public string? Find(string name) => Array.IndexOf(args, "--" + name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

    public string Need(string name) => Find(name) ?? throw new ArgumentException($"--{name} is missing.");

    public int Number(string name, int usual) => Find(name) is { } value ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : usual;

    public override string ToString() => string.Join(' ', args.Select(a => a.Contains("://", StringComparison.Ordinal) ? "postgres://..." : a));
}
