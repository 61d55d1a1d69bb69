using System.Globalization;

namespace Oms.Benchmarks;

/// <summary>The processor time of a process, from <c>/proc</c>.</summary>
internal static class ProcessCpu
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of user and system time so far.</summary>
    public static double SecondsOf(int processId)
    {
        // The second field is the name in parentheses, which may hold blanks; utime and stime are fields 14 and 15.
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
