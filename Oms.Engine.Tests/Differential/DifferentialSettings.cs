namespace Oms.Engine.Tests.Differential;

/// <summary>How many cases the differential tests make, and from which number on.</summary>
internal static class DifferentialSettings
{
    /// <summary>Cases a test; 500, or the environment variable OMS_DIFFERENTIAL_CASES.</summary>
    public static int Cases { get; } = Read("OMS_DIFFERENTIAL_CASES", 500);

    /// <summary>The first case's seed; 1, or the environment variable OMS_DIFFERENTIAL_SEED.</summary>
    public static int FirstSeed { get; } = Read("OMS_DIFFERENTIAL_SEED", 1);

    private static int Read(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var given) ? given : value;
}
