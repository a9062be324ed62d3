using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.House;

/// <summary>Rules about the code itself that would otherwise be broken one small step at a time.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string s_root = FindRoot();

    [Fact]
    public void The_library_knows_nothing_of_the_web()
    {
        var references = typeof(Store).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var long_ = SourceFiles().Where(f => File.ReadLines(f).Count() > 400).Select(f => Path.GetRelativePath(s_root, f));
        Assert.Empty(long_);
    }

    [Fact]
    public void No_name_of_a_State_stands_in_code()
    {
        var names = ReferenceData.Load(World.UnitedNations).States.Select(s => s.NameEn).Where(n => n.Length > 4).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(from literal in Literals() where names.Contains(literal.Value) select literal);
    }

    [Fact]
    public void No_name_of_a_month_stands_in_code()
    {
        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(from literal in Literals() where months.Contains(literal.Value) select literal);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var left = from file in SourceFiles()
                   from line in File.ReadLines(file)
                   where LeftForLater().IsMatch(line)
                   select $"{Path.GetRelativePath(s_root, file)}: {line.Trim()}";
        Assert.Empty(left);
    }

    private static IEnumerable<(string File, string Value)> Literals() =>
        from file in SourceFiles()
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match match in StringLiteral().Matches(line)
        select (file, match.Groups[1].Value);

    private static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Path.Combine(s_root, "src"), "*.*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    internal static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenUpr.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the source tree.");
        }

        return folder;
    }

    [GeneratedRegex("\"([^\"\\\\]*)\"")]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex LeftForLater();
}
