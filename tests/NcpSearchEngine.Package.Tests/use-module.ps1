# What a user does with the installed module. Each line that comes out is one fact: name=value.
param([string] $Endpoint, [string] $Beside, [string] $Apart)

$ErrorActionPreference = 'Stop'

# Other modules were there before, with their own versions of what everybody uses.
$separator = [System.IO.Path]::PathSeparator
foreach ($file in $Beside.Split($separator, [System.StringSplitOptions]::RemoveEmptyEntries)) {
    "first=$([System.Reflection.Assembly]::LoadFrom($file).Location)"
}

foreach ($file in $Apart.Split($separator, [System.StringSplitOptions]::RemoveEmptyEntries)) {
    "first=$([System.Reflection.Assembly]::LoadFile($file).Location)"
}

# Nothing is imported: the first command finds its module.
Connect-NcpSearchEngine -Endpoint $Endpoint

$module = Get-Module NcpSearchEngine
"module=$($module.ModuleBase)"
"version=$($module.Version)"
foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
    if ($assembly.GetName().Name -in 'NcpSearchEngine', 'NcpSearchEngine.Client') {
        "assembly=$($assembly.Location)"
        "framework=$($assembly.GetCustomAttributes([System.Runtime.Versioning.TargetFrameworkAttribute], $false).FrameworkName)"
    }
}

foreach ($node in Get-NcpRollingUpgradeProgress 3427188) {
    "node=$($node.Hostname) $($node.State)"
}

foreach ($cluster in Get-NcpRollingUpgradeProgress 1000004 | Wait-NcpRollingUpgrade -Summary) {
    "waited=$($cluster.ClusterName) $($cluster.State) $($cluster.PercentComplete)"
}

foreach ($version in Get-NcpSearchEngineVersion -Type OpenSearch) {
    "target=$($version.VersionCode)"
}

try {
    Get-NcpRollingUpgradeProgress nonsense
}
catch {
    "error=$($_.FullyQualifiedErrorId)"
}

Remove-Module NcpSearchEngine
"removed=$($null -eq (Get-Module NcpSearchEngine))"
